#include "tests/contract/orderwriter.h"

#include "diffcore/odbc/connection.h"

#include <QDeadlineTimer>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Rejoin::Testing {

OrderWriter::OrderWriter(ConnectionString where, qint64 first, qint64 last, std::chrono::milliseconds pause)
    : m_where(std::move(where))
    , m_first(first)
    , m_last(last)
    , m_pause(pause)
    , m_thread([this] { work(); })
{
}

void OrderWriter::stop()
{
    m_stopped = true;
    if (m_thread.joinable())
        m_thread.join();
}

void OrderWriter::update(qint64 order)
{
    const std::scoped_lock lock(m_mutex);
    const auto connection = Connection::open(m_where, {.label = u"application"_s, .readOnly = false});
    if (connection)
        update(**connection, order);
    else
        m_failures += describe(connection.error());
}

void OrderWriter::waitForMore(int rows) const
{
    const int wanted = m_written + rows;
    const QDeadlineTimer deadline(60s);
    while (m_written < wanted && !deadline.hasExpired())
        std::this_thread::sleep_for(5ms);
}

void OrderWriter::work()
{
    const auto connection = Connection::open(m_where, {.label = u"application"_s, .readOnly = false});
    if (!connection) {
        m_failures += describe(connection.error());
        return;
    }
    for (int turn = 0; !m_stopped; ++turn) {
        {
            const std::scoped_lock lock(m_mutex);
            if (turn % 2 == 0)
                insert(**connection);
            else
                update(**connection, m_first + turn * 7 % (m_last - m_first + 1));
        }
        ++m_written;
        std::this_thread::sleep_for(m_pause);
    }
}

void OrderWriter::insert(Connection &connection)
{
    const QByteArray note = "i" + QByteArray::number(m_written);
    const auto done =
        connection.execute(u"INSERT INTO orders (status, note) VALUES ('app', '%1')"_s.arg(QString::fromLatin1(note)));
    if (done)
        m_inserted += note;
    else
        m_failures += describe(done.error());
}

void OrderWriter::update(Connection &connection, qint64 order)
{
    const QByteArray note = "u" + QByteArray::number(++m_updates);
    const auto done = connection.execute(
        u"UPDATE orders SET note = '%1' WHERE order_id = %2"_s.arg(QString::fromLatin1(note)).arg(order));
    if (done)
        m_updated.insert(order, note);
    else
        m_failures += describe(done.error());
}

} // namespace Rejoin::Testing
