#pragma once

#include "diffcore/odbc/connectionstring.h"

#include <QByteArrayList>
#include <QHash>
#include <QStringList>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

namespace Rejoin {
class Connection;
}

namespace Rejoin::Testing {

/// An application on a thread of its own: after each pause it inserts an order under a number that the server gives, or
/// writes a new note to the next of the orders `first` to `last`. It keeps account of what was committed.
class OrderWriter
{
public:
    OrderWriter(ConnectionString where, qint64 first, qint64 last, std::chrono::milliseconds pause);
    ~OrderWriter() { stop(); }
    OrderWriter(const OrderWriter &) = delete;
    OrderWriter &operator=(const OrderWriter &) = delete;

    void stop();
    /// Writes a note to this order at once, on the thread of the caller.
    void update(qint64 order);
    /// Until it has written so many more rows.
    void waitForMore(int rows) const;

    /// Holds the writer up, so that its account and the database stand still.
    class Pause
    {
    public:
        explicit Pause(OrderWriter &writer)
            : m_lock(writer.m_mutex)
        {
        }

    private:
        std::scoped_lock<std::mutex> m_lock;
    };

    // While it is paused or stopped.
    [[nodiscard]] const QByteArrayList &inserted() const { return m_inserted; }          ///< notes, all unlike
    [[nodiscard]] const QHash<qint64, QByteArray> &updated() const { return m_updated; } ///< order → last note
    [[nodiscard]] qint64 updates() const { return m_updates; }
    [[nodiscard]] const QStringList &failures() const { return m_failures; }

private:
    void work();
    void insert(Connection &connection);
    void update(Connection &connection, qint64 order);

    ConnectionString m_where;
    qint64 m_first;
    qint64 m_last;
    std::chrono::milliseconds m_pause;
    std::mutex m_mutex; ///< guards what follows and, through Pause, the database
    QByteArrayList m_inserted;
    QHash<qint64, QByteArray> m_updated;
    qint64 m_updates = 0;
    QStringList m_failures;
    std::atomic_int m_written = 0;
    std::atomic_bool m_stopped = false;
    std::thread m_thread;
};

} // namespace Rejoin::Testing
