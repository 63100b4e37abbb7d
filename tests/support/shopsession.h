#pragma once

#include "diffcore/session/session.h"
#include "tests/support/printing.h"

#include <QTemporaryDir>

/// A session of two tables, customers and orders, for tests of the session itself: no server, no comparison.
namespace Rejoin::Shop {

enum Tables { Customers, Orders };

[[nodiscard]] Alignment shop();
[[nodiscard]] ComparisonHeader header();
[[nodiscard]] RowKey key(qint64 number);
[[nodiscard]] Row row(qint64 number, const QString &text);
/// A row of `orders` that both sides changed: baseline "open".
[[nodiscard]] Difference conflict(qint64 number, const QString &a, const QString &b);
/// A row of `customers` that A alone has.
[[nodiscard]] Difference onlyA(qint64 number);
[[nodiscard]] Decision byPerson(const DecisionKind &kind);
[[nodiscard]] TableStatus compared();
[[nodiscard]] QList<RowKey> keysOf(const QList<Difference> &differences);

/// A test with an open session in a folder of its own.
class SessionTest : public QObject
{
protected:
    /// A new, empty session.
    void start();
    /// Another object on the same file; null where it cannot be opened.
    [[nodiscard]] std::unique_ptr<Session> open() const;
    /// Every table of the shop is compared and has these differences.
    void compare(QList<Difference> differences, KeptDecisions kept = KeptDecisions::Unmoved);
    [[nodiscard]] Difference found(int table, qint64 number) const;
    /// Decides about an order.
    void decide(qint64 number, const DecisionKind &kind, bool resolved = true);
    [[nodiscard]] qint64 unresolved(int table) const;

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Session> m_session;
};

} // namespace Rejoin::Shop
