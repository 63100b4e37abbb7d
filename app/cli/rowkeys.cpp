#include "app/cli/rowkeys.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Takes `name=` away where the part begins with the column's name.
QString withoutName(const QString &part, const QString &name)
{
    const QString prefix = name + u'=';
    return part.startsWith(prefix, Qt::CaseInsensitive) ? part.mid(prefix.size()) : part;
}

bool sameText(const RowKey &left, const RowKey &right)
{
    return std::ranges::equal(left.values, right.values, {}, &Value::toText, &Value::toText);
}

} // namespace

Value parseValue(const AlignedColumn &column, const QString &text)
{
    if (text == "NULL"_L1)
        return Value::null();
    if (text.size() >= 2 && text.startsWith(u'\'') && text.endsWith(u'\''))
        return Value::text(text.sliced(1, text.size() - 2));
    const TypeFamily family = column.definition().family;
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber && (family == TypeFamily::Integer || family == TypeFamily::Decimal || family == TypeFamily::Other))
        return Value::integer(number);
    if (family == TypeFamily::Binary && text.startsWith("0x"_L1))
        return Value::binary(QByteArray::fromHex(text.sliced(2).toLatin1()));
    return Value::of(family == TypeFamily::Other ? TypeFamily::Text : family, text.toUtf8());
}

Result<RowKey> parseKey(const AlignedTable &table, const QStringList &parts)
{
    if (table.isKeyless())
        return fail(ErrorCode::Usage, u"%1 has no key"_s.arg(table.name.display()),
                    u"Name the row by its number: --id N, as rejoin show prints it"_s);
    QStringList names;
    for (const int column : table.keyColumns)
        names += table.columns.at(column).name;
    QStringList texts = parts;
    if (texts.size() == 1 && names.size() > 1)
        texts = texts.constFirst().split(u',');
    if (texts.size() != names.size())
        return fail(ErrorCode::Usage, u"the key of %1 is %2"_s.arg(table.name.display(), names.join(u',')),
                    u"Write --key %1=…"_s.arg(names.join(u"=…,"_s)));

    RowKey key;
    for (qsizetype i = 0; i < names.size(); ++i)
        key.values += parseValue(table.columns.at(table.keyColumns[i]), withoutName(texts[i].trimmed(), names[i]));
    return key;
}

Result<Difference> findRow(const Session &session, int table, const RowKey &key)
{
    REJOIN_TRY_VALUE(exact, session.find(table, key));
    if (exact)
        return *exact;
    DifferenceFilter filter;
    filter.table = table;
    for (qint64 last = 0;;) {
        constexpr int pageRows = 1000;
        REJOIN_TRY_VALUE(page, session.page(filter, last, pageRows));
        if (page.isEmpty())
            break;
        for (const Difference &difference : page) {
            if (sameText(difference.key, key))
                return difference;
        }
        last = page.constLast().id;
    }
    return fail(ErrorCode::Usage,
                u"%1 is not among the differences"_s.arg(session.alignment().tables.at(table).describeKey(key)),
                u"rejoin show lists them"_s);
}

} // namespace Rejoin
