#include "diffcore/dialect/sqlservervariant.h"

#include "diffcore/dialect/sqlserverliterals.h"
#include "diffcore/dialect/sqlservertypes.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// A property of the variant as text.
QString property(const QString &name, QLatin1StringView which, int length)
{
    return u"CONVERT(nvarchar(%1), SQL_VARIANT_PROPERTY(%2, '%3'))"_s.arg(QString::number(length), name, which);
}

} // namespace

QString printedVariant(const QString &name)
{
    const QString type = property(name, "BaseType"_L1, 128);
    const QString bytes = u"CONVERT(int, SQL_VARIANT_PROPERTY(%1, 'MaxLength'))"_s.arg(name);
    const QString length = u"N'(' + CONVERT(nvarchar(10), %1) + N')'"_s;
    const QString collation = u"N' ' + "_s + property(name, "Collation"_L1, 128);
    const QString printed = u"WHEN N'%1' THEN CONVERT(nvarchar(4000), CONVERT(%1, %2), %3)"_s;
    QString text = u"(%1 + CASE WHEN %1 IN (N'decimal', N'numeric') THEN N'(' + %2 + N',' + %3 + N')'\n"
                   "  WHEN %1 IN (N'time', N'datetime2', N'datetimeoffset') THEN N'(' + %3 + N')'\n"_s.arg(
                       type, property(name, "Precision"_L1, 10), property(name, "Scale"_L1, 10));
    text += u"  WHEN %1 IN (N'char', N'varchar') THEN %2 + %3\n"_s.arg(type, length.arg(bytes), collation);
    text +=
        u"  WHEN %1 IN (N'nchar', N'nvarchar') THEN %2 + %3\n"_s.arg(type, length.arg(bytes + u" / 2"_s), collation);
    text += u"  WHEN %1 IN (N'binary', N'varbinary') THEN %2 ELSE N'' END + N': ' + CASE %1\n"_s.arg(type,
                                                                                                     length.arg(bytes));
    for (const auto &[base, style] :
         {std::pair("float"_L1, 3), std::pair("real"_L1, 3), std::pair("money"_L1, 2), std::pair("smallmoney"_L1, 2),
          std::pair("datetime"_L1, 121), std::pair("smalldatetime"_L1, 120)})
        text += u"  "_s + printed.arg(base, name, QString::number(style)) + u'\n';
    text += u"  WHEN N'date' THEN CONVERT(nvarchar(10), CONVERT(date, %1), 23)\n"
            "  WHEN N'time' THEN CONVERT(nvarchar(16), CONVERT(time(7), %1), 121)\n"
            "  WHEN N'datetime2' THEN CONVERT(nvarchar(27), CONVERT(datetime2(7), %1), 121)\n"
            "  WHEN N'datetimeoffset' THEN CONVERT(nvarchar(34), CONVERT(datetimeoffset(7), %1), 121)\n"
            "  WHEN N'binary' THEN CONVERT(nvarchar(max), CONVERT(varbinary(8000), %1), 1)\n"
            "  WHEN N'varbinary' THEN CONVERT(nvarchar(max), CONVERT(varbinary(8000), %1), 1)\n"
            "  WHEN N'varchar' THEN CONVERT(nvarchar(max), CONVERT(varchar(8000), %1))\n"
            "  WHEN N'char' THEN CONVERT(nvarchar(max), CONVERT(varchar(8000), %1))\n"
            "  ELSE CONVERT(nvarchar(4000), %1) END)"_s.replace("%1"_L1, name);
    return text;
}

QString variantLiteral(const QString &canonical)
{
    static const QRegularExpression parts(u"\\A([a-z0-9]+(?:\\([0-9,]+\\))?)(?: ([A-Za-z0-9_]+))?: (.*)\\z"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = parts.match(canonical);
    if (!match.hasMatch())
        return u"NULL"_s;
    Column column;
    column.declaredType = match.captured(1);
    column.family = sqlServerFamily(column.declaredType);
    static const QRegularExpression bytes(u"\\A0x[0-9A-Fa-f]*\\z"_s);
    const QString value = match.captured(3);
    QString literal;
    if (column.family == TypeFamily::Binary)
        literal = bytes.match(value).hasMatch() ? value : u"NULL"_s; // it is printed as a literal
    else if (column.family == TypeFamily::Text)
        literal =
            unicodeLiteral(value) + (match.captured(2).isEmpty() ? QString() : u" COLLATE "_s + match.captured(2));
    else
        literal = sqlServerLiteral(sqlServerDecoded(column, value.toUtf8()), column);
    return u"CONVERT(sql_variant, CONVERT(%1, %2))"_s.arg(column.declaredType, literal);
}

} // namespace Rejoin
