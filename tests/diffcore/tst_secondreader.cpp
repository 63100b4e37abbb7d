#include "diffcore/session/secondreader.h"
#include "tests/support/shopsession.h"

#include <thread>

using namespace Rejoin;
using namespace Rejoin::Shop;
using namespace Qt::StringLiterals;

/// Two connections read a session's file at one moment, or one of them does not read.
class TestSecondReader : public SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        start();
        compare({onlyA(7), onlyA(8)});
    }
    void cleanup() { m_session.reset(); }

    void readsOnItsOwnThread()
    {
        SecondReader reader(m_session->path());
        std::thread::id thread;
        qint64 rows = 0;
        reader.start([&](SessionFile &file) -> Result<void> {
            thread = std::this_thread::get_id();
            REJOIN_TRY_VALUE(count, file.value(u"SELECT count(*) FROM differences"_s));
            rows = count.value_or(0).toLongLong();
            return {};
        });
        const auto read = reader.finish();
        VERIFY_OK(read);
        QVERIFY(*read);
        QCOMPARE(rows, 2);
        QVERIFY(thread != std::this_thread::get_id());
    }

    /// Whoever commits meanwhile, this program or another one: it does not read what the first one does not see.
    void doesNotReadWhatWasCommittedSince()
    {
        SecondReader reader(m_session->path());
        VERIFY_OK(m_session->addBundle(u"/somewhere"_s));
        bool isCalled = false;
        reader.start([&](SessionFile &) -> Result<void> {
            isCalled = true;
            return {};
        });
        const auto read = reader.finish();
        VERIFY_OK(read);
        QVERIFY(!*read);
        QVERIFY(!isCalled);
    }

    void whatFailsIsSaid()
    {
        SecondReader reader(m_session->path());
        reader.start([](SessionFile &file) -> Result<void> { return fail(file.damaged(u"all"_s)); });
        const auto read = reader.finish();
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::BadFile);
    }

    void withoutAFileNothingIsRead()
    {
        SecondReader reader(m_session->path() + u".none"_s);
        reader.start([](SessionFile &) -> Result<void> { return {}; });
        const auto read = reader.finish();
        VERIFY_OK(read);
        QVERIFY(!*read);
    }

    void whatIsNotStartedEnds()
    {
        const SecondReader reader(m_session->path());
        QVERIFY(m_session->ids({})->size() == 2); // nobody is kept from the file
    }
};

QTEST_GUILESS_MAIN(TestSecondReader)
#include "tst_secondreader.moc"
