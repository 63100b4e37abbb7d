#pragma once

#include "diffcore/schema/catalog.h"

namespace Rejoin {

// A column's declaredType is the name of its type with length, precision or scale, as CREATE TABLE takes it; for an
// alias type it is that of the type below; for a CLR type of users its quoted name, schema first.

/// "decimal(10,2)" → "decimal"
[[nodiscard]] QString sqlServerBaseType(const QString &declaredType);
[[nodiscard]] TypeFamily sqlServerFamily(const QString &declaredType);

/// char, varchar and text: bytes in the code page of the column's collation.
[[nodiscard]] bool isCodePageText(const Column &column);
/// geometry, geography, CLR types of users, row versions: a value is the text of its bytes, "0x00ff".
[[nodiscard]] bool isKeptAsBytes(const Column &column);
/// No text, but compared by the text that sqlServerPrinted() gives: `=` of the type does not exist or says yes to other
/// values, too.
[[nodiscard]] bool isComparedAsText(const Column &column);

/// The text column as nvarchar, with room for all of it.
[[nodiscard]] QString sqlServerUnicode(const QString &name, const Column &column);
/// The text with a mark behind it: `=` takes no notice of blanks at the end. `maxLength`: characters that the text can
/// have, 0 = no limit.
[[nodiscard]] QString sqlServerWithEnd(const QString &text, qint64 maxLength);
/// The column as decode() takes it: bytes as they are, all else as nvarchar that no setting of the session has a say
/// in.
[[nodiscard]] QString sqlServerPrinted(const QString &name, const Column &column);
/// What a printed cell means, in the engine's canonical spelling.
[[nodiscard]] Value sqlServerDecoded(const Column &column, QByteArrayView cell);

/// The collation under which texts are compared code unit by code unit, the same on every server. Even so, `=` takes no
/// notice of trailing blanks.
[[nodiscard]] QString sqlServerBinaryCollation();

} // namespace Rejoin
