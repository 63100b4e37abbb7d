#pragma once

#include "diffcore/schema/catalog.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <optional>

namespace Rejoin {

/// Text for one line of a comment or message: nothing in it can end the line or hide a part of it.
[[nodiscard]] QString oneLine(const QString &text);

/// `text` between `quote`s, those in it doubled.
[[nodiscard]] QString doubledQuotes(const QString &text, QChar quote);

/// The bytes between single quotes where they are plain: printable ASCII without quotes and backslashes, which needs no
/// care anywhere; else nothing.
[[nodiscard]] std::optional<QString> plainLiteral(const QByteArray &bytes);
/// Appends what plainLiteral() gives, and `end` behind it. False, and nothing appended, where the bytes are not plain.
[[nodiscard]] bool appendPlainText(QByteArray &text, QByteArrayView bytes, QByteArrayView end = {});

/// Digits, with a sign before and a fraction behind them where they have these; at most `most` before the fraction.
[[nodiscard]] bool isDecimalNumber(QByteArrayView text, qsizetype most);

/// "-- text", on one line.
[[nodiscard]] QString dashComment(const QString &text);

/// `literal` (of `text`) for a place where a character cannot stand as itself: the character is put in at run time.
/// `asExpression` is the server's function that gives it, "char(%1)"; %1 is its number.
[[nodiscard]] QString literalWithout(QChar character, const QString &text, const QString &literal,
                                     const QString &asExpression);

/// " AND (condition)" and the like; empty where there is no condition.
[[nodiscard]] QString conditionAfter(const QString &word, const QString &condition);

/// A tuple comes after (or before) another: for some column those before it are the same and it compares so. Both lists
/// hold one condition a column.
[[nodiscard]] QString lexicographic(const QStringList &same, const QStringList &compared);

/// How a script expects a column to be: "order_id bigint not null g", g for generated, c for computed, w for written.
[[nodiscard]] QString columnShape(const Column &column, const QString &type);

} // namespace Rejoin
