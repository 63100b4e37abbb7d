#include "tests/contract/contractengine.h"

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

QString ContractEngine::databaseOf(const ConnectionString &where) const
{
    return where.value(u"Database"_s);
}

Result<ConnectionString> ContractEngine::userWith(const QString &, const QStringList &) const
{
    return fail(ErrorCode::Unsupported, lacks().value(u"reader"_s, u"this engine's tests make no users yet"_s));
}

QStringList ContractEngine::requiredKinds()
{
    return {u"boolean"_s,
            u"integer"_s,
            u"unsigned integer"_s,
            u"decimal"_s,
            u"money"_s,
            u"real"_s,
            u"double"_s,
            u"fixed text"_s,
            u"text"_s,
            u"text with NUL"_s,
            u"binary"_s,
            u"date"_s,
            u"time"_s,
            u"timestamp"_s,
            u"timestamp with zone"_s,
            u"interval"_s,
            u"uuid"_s,
            u"json"_s,
            u"xml"_s,
            u"array"_s,
            u"enumeration"_s,
            u"bit string"_s,
            u"network address"_s,
            u"range"_s,
            u"spatial"_s,
            u"row version"_s};
}

} // namespace Rejoin::Testing
