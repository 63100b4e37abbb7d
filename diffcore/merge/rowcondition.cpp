#include "diffcore/merge/rowcondition.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <atomic>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Behind what is closed by `end`, or the text's end.
qsizetype behind(const QString &text, qsizetype from, QStringView end)
{
    const qsizetype found = text.indexOf(end, from);
    return found < 0 ? text.size() : found + end.size();
}

/// Behind the comment, text or quoted name that begins here; here where none does. (A doubled quote begins the next.)
qsizetype behindQuoted(const QString &text, qsizetype at)
{
    const QStringView rest = QStringView(text).sliced(at);
    if (rest.startsWith(u"--"))
        return behind(text, at, u"\n");
    if (rest.startsWith(u"/*"))
        return behind(text, at + 2, u"*/");
    if (rest.startsWith(u'['))
        return behind(text, at, u"]");
    if (rest.startsWith(u'\'') || rest.startsWith(u'"') || rest.startsWith(u'`'))
        return behind(text, at + 1, rest.first(1));
    return at;
}

bool isOfWord(QChar sign)
{
    return sign.isLetterOrNumber() || sign == u'_' || sign == u'$' || sign > u'\x7f';
}

/// The words of an expression of SQLite that stand in no comment, text or quoted name.
QStringList plainWords(const QString &text)
{
    QStringList words;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = behindQuoted(text, at);
        if (end == at) {
            while (end < text.size() && isOfWord(text[end]))
                ++end;
            if (end > at)
                words.append(text.sliced(at, end - at));
            else
                ++end;
        }
        at = end;
    }
    return words;
}

/// A query could read without end (WITH RECURSIVE), and each begins with one of these words.
QString queryIn(const QString &condition)
{
    for (const QString &word : plainWords(condition)) {
        for (const QString &begin : {u"SELECT"_s, u"VALUES"_s}) {
            if (word.compare(begin, Qt::CaseInsensitive) == 0)
                return begin;
        }
    }
    return {};
}

QString quoted(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

/// One row of placeholders, named as the table's columns are.
QString placeholders(const AlignedTable &table)
{
    QStringList columns;
    for (const AlignedColumn &column : table.columns)
        columns.append(u"? AS "_s + quoted(column.name));
    return u"(SELECT %1)"_s.arg(columns.join(u", "_s));
}

/// Names without a version are found in the innermost scope, those with one further out.
QString queryFor(const QString &condition, const AlignedTable &table)
{
    const QString row = placeholders(table);
    return u"SELECT (SELECT (%1\n) FROM %2) FROM %2 AS a, %2 AS b, %2 AS baseline"_s.arg(condition, row);
}

QVariant variantOf(const Value &value)
{
    if (!value.isPresent())
        return {};
    switch (value.family()) {
    case TypeFamily::Boolean: return value.bytes() == "true" ? 1 : 0;
    case TypeFamily::Integer:
        if (const std::optional<qint64> number = value.toInteger())
            return *number;
        return value.bytes().toDouble();
    case TypeFamily::Decimal:
    case TypeFamily::Float: return value.bytes().toDouble();
    case TypeFamily::Binary: return value.bytes();
    case TypeFamily::Text:
    case TypeFamily::Date:
    case TypeFamily::Time:
    case TypeFamily::Timestamp:
    case TypeFamily::TimestampTz:
    case TypeFamily::Interval:
    case TypeFamily::Uuid:
    case TypeFamily::Json:
    case TypeFamily::Xml:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: return QString::fromUtf8(value.bytes());
    }
    return {};
}

} // namespace

struct RowCondition::State
{
    State()
        : name(nextName())
        , database(QSqlDatabase::addDatabase(u"QSQLITE"_s, name))
    {
    }
    ~State()
    {
        query = QSqlQuery(QSqlDatabase());
        database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    static QString nextName()
    {
        static std::atomic<quint64> next = 0;
        return u"rejoin-condition-%1"_s.arg(++next);
    }

    [[nodiscard]] Error wrong(const QString &why) const
    {
        return {.code = ErrorCode::Usage,
                .message = u"'%1' is no condition on %2: %3"_s.arg(text, table, why),
                .advice = u"Write it as in SQL, with the table's columns: status = 'open' AND a.amount > b.amount"_s};
    }
    [[nodiscard]] Error wrong(const QSqlError &error) const { return wrong(error.databaseText()); }

    void bind(int &position, const std::optional<Row> &row)
    {
        for (int i = 0; i < columns; ++i)
            query.bindValue(position++, row ? variantOf(row->at(i)) : QVariant());
    }

    [[nodiscard]] Result<bool> holdsFor(const Row &row, const PerVersion<std::optional<Row>> &versions)
    {
        int position = 0;
        bind(position, row);
        for (const Version version : {Version::A, Version::B, Version::Baseline})
            bind(position, versions[version]);
        if (!query.exec())
            return fail(wrong(query.lastError()));
        const bool holds = query.next() && query.value(0).toBool();
        const QSqlError error = query.lastError();
        query.finish();
        if (error.isValid())
            return fail(wrong(error));
        return holds;
    }

    QString name;
    QSqlDatabase database;
    QSqlQuery query{QSqlDatabase()};
    QString text;
    QString table;
    int columns = 0;
};

RowCondition::RowCondition(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

RowCondition::~RowCondition() = default;
RowCondition::RowCondition(RowCondition &&) noexcept = default;
RowCondition &RowCondition::operator=(RowCondition &&) noexcept = default;

Result<RowCondition> RowCondition::make(const QString &text, const AlignedTable &table)
{
    auto state = std::make_unique<State>();
    state->text = text;
    state->table = table.name.display();
    state->columns = static_cast<int>(table.columns.size());
    if (const QString query = queryIn(text); !query.isEmpty())
        return fail(state->wrong(u"it holds a query (%1), and a condition sees its own row alone"_s.arg(query)));
    state->database.setDatabaseName(u":memory:"_s);
    if (!state->database.open())
        return fail(state->wrong(state->database.lastError()));
    state->query = QSqlQuery(state->database);
    state->query.setForwardOnly(true);
    if (!state->query.prepare(queryFor(text, table)))
        return fail(state->wrong(state->query.lastError()));
    const Row nulls(table.columns.size(), Value::null());
    REJOIN_TRY(state->holdsFor(nulls, {})); // finds what prepare() lets pass, such as placeholders
    return RowCondition(std::move(state));
}

Result<bool> RowCondition::holds(const Difference &difference)
{
    bool onEach = difference.rows.a || difference.rows.b;
    for (const Side side : bothSides) {
        const std::optional<Row> &row = difference.rows[side];
        if (!row || !onEach)
            continue;
        REJOIN_TRY_VALUE(here, m_state->holdsFor(*row, difference.rows));
        onEach = here;
    }
    return onEach;
}

} // namespace Rejoin
