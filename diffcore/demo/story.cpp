#include "diffcore/demo/story.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QByteArray resource(const QString &name)
{
    QFile file(u":/demo/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Behind "-- {word}" lines, what stands for the word.
QHash<QString, QString> wordsOf(const QString &file)
{
    static const QRegularExpression heading(u"^-- \\{(.*)\\}\\n"_s, QRegularExpression::MultilineOption);
    QHash<QString, QString> words;
    QString word;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : heading.globalMatch(file)) {
        words.insert(word, file.sliced(from, match.capturedStart() - from).trimmed());
        word = match.captured(1);
        from = match.capturedEnd();
    }
    words.insert(word, file.sliced(from).trimmed());
    words.remove(QString());
    return words;
}

QHash<QString, QString> numbersOf(int orders)
{
    const int last = qMax(1000, orders);
    const int collisions = qMax(20, int(qint64(orders) * 3 / 80));
    return {{u"orders"_s, QString::number(orders)},
            {u"first"_s, QString::number(last - orders + 1)},
            {u"last"_s, QString::number(last)},
            {u"collisions"_s, QString::number(collisions)},
            {u"late"_s, QString::number(qMax(5, collisions / 8))},
            {u"recent"_s, QString::number(qMax(50, orders / 100))}};
}

/// Parted by blank lines, comments left out.
QStringList parted(const QString &text)
{
    QStringList statements;
    for (const QString &paragraph : text.split(u"\n\n"_s)) {
        QStringList lines = paragraph.split(u'\n', Qt::SkipEmptyParts);
        lines.removeIf([](const QString &line) { return line.startsWith("--"_L1); });
        if (!lines.isEmpty())
            statements.append(lines.join(u'\n'));
    }
    return statements;
}

} // namespace

Result<DemoStory> DemoStory::of(Engine engine, int orders)
{
    DemoStory story;
    const QString name = engineName(engine).toLower().remove(u' ');
    story.m_words = wordsOf(QString::fromUtf8(resource(u"words-%1.sql"_s.arg(name))));
    story.m_numbers = numbersOf(orders);
    if (story.m_words.isEmpty())
        return fail(ErrorCode::Unsupported, u"the demo is not told for %1"_s.arg(engineName(engine)));
    return story;
}

QByteArray DemoStory::rules()
{
    return resource(u"rules.json"_s);
}

/// Words hold words, and take arguments that hold numbers: {plus minutes|2026-11-22 10:00:00|-7 * {last}}.
QString DemoStory::told(QString text, const Words &more) const
{
    static const QRegularExpression braces(u"\\{([^{}|]*)(?:\\|([^{}|]*))?(?:\\|([^{}|]*))?\\}"_s);
    for (QRegularExpressionMatch match = braces.match(text); match.hasMatch(); match = braces.match(text)) {
        const QString word = match.captured(1);
        QString meaning = more.value(word, m_numbers.value(word, m_words.value(word)));
        meaning.replace("%1"_L1, match.captured(2)).replace("%2"_L1, match.captured(3));
        text.replace(match.capturedStart(), match.capturedLength(), meaning);
    }
    return text;
}

QStringList DemoStory::chapter(const QString &name, const Words &more) const
{
    return parted(told(QString::fromUtf8(resource(name + u".sql"_s)), more));
}

QStringList DemoStory::statements(const QString &word, const QString &argument) const
{
    return parted(told(u"{%1|%2}"_s.arg(word, argument), {}));
}

bool DemoStory::isToldByRows() const
{
    return m_words.contains(u"tables"_s);
}

QStringList DemoStory::tables(Version version) const
{
    const QStringList made = statements(u"tables"_s, {});
    switch (version) {
    case Version::Baseline: return made;
    case Version::A: return made + statements(u"release"_s, m_words.value(u"tax class of A"_s));
    case Version::B: return made + statements(u"release"_s, m_words.value(u"tax class of B"_s));
    }
    Q_UNREACHABLE_RETURN({});
}

QStringList DemoStory::release(const QString &deployedAt, const QString &taxClass) const
{
    return chapter(u"deployment"_s, {{u"deployed_at"_s, deployedAt}, {u"tax_class"_s, taxClass}});
}

QStringList DemoStory::after(Side side) const
{
    switch (side) {
    case Side::A: return chapter(u"a-early"_s) + release(u"2026-11-22 10:22:00"_s, u"TEXT"_s) + chapter(u"a-late"_s);
    case Side::B: return release(u"2026-11-22 10:07:00"_s, u"TEXT NOT NULL DEFAULT 'standard'"_s) + chapter(u"b"_s);
    }
    Q_UNREACHABLE_RETURN({});
}

QStringList DemoStory::of(Version version) const
{
    const QStringList baseline = chapter(u"schema"_s) + chapter(u"baseline"_s);
    switch (version) {
    case Version::Baseline: return baseline;
    case Version::A: return baseline + after(Side::A);
    case Version::B: return baseline + after(Side::B);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Rejoin
