#include "tests/support/divergence.h"
#include "tests/support/printing.h"

#include <QRandomGenerator>
#include <QTest>
#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using Rejoin::Testing::Divergence;

// The expected records are worked out here by other means than the product's: whole tables in memory, plain integers,
// and for entangled rows a search over everything until nothing new is found.
namespace {

using Numbers = std::vector<int>;
using Rows = std::map<Numbers, Numbers>; ///< key → all cells
using State = std::map<QString, Rows>;   ///< table → rows; the keyless log holds its counts in `key`
using Counts = std::map<Numbers, int>;

struct TableShape
{
    QString name;
    QStringList columns;
    int keyColumns;
    bool generated;
    int reference; ///< column that refers to another table, -1 = none
    QString parent;
};

const std::vector<TableShape> &shapes()
{
    static const std::vector<TableShape> all{
        {u"orders"_s, {u"id"_s, u"p"_s, u"q"_s}, 1, true, -1, {}},
        {u"lines"_s, {u"order_id"_s, u"no"_s, u"p"_s}, 2, false, 0, u"orders"_s},
        {u"pay"_s, {u"id"_s, u"order_id"_s, u"p"_s}, 1, true, 1, u"orders"_s},
        {u"parcels"_s, {u"code"_s, u"order_id"_s, u"p"_s}, 1, false, 1, u"orders"_s},
        {u"alloc"_s, {u"pay_id"_s, u"no"_s, u"p"_s}, 2, false, 0, u"pay"_s},
    };
    return all;
}

const QString schema =
    u"CREATE TABLE orders (id INTEGER PRIMARY KEY, p INT, q INT);"
    "CREATE TABLE lines (order_id INT NOT NULL REFERENCES orders (id), no INT NOT NULL, p INT, PRIMARY KEY (order_id, "
    "no));"
    "CREATE TABLE pay (id INTEGER PRIMARY KEY, order_id INT REFERENCES orders (id), p INT);"
    "CREATE TABLE parcels (code INT NOT NULL PRIMARY KEY, order_id INT REFERENCES orders (id), p INT);"
    "CREATE TABLE alloc (pay_id INT NOT NULL REFERENCES pay (id), no INT NOT NULL, p INT, PRIMARY KEY (pay_id, no));"
    "CREATE TABLE log (order_id INT, p INT);"_s;

struct World
{
    State tables;
    Counts log;
};

class Teller
{
public:
    explicit Teller(quint32 seed)
        : m_random(seed)
    {
    }

    World atTheSplit()
    {
        World world;
        for (const TableShape &shape : shapes()) {
            for (int i = 1 + below(5); i > 0; --i)
                put(world, shape, 1, 4);
        }
        for (int i = below(5); i > 0; --i)
            ++world.log[{1 + below(7), below(2)}];
        return world;
    }

    /// What each server did by itself, and then what both did alike or nearly so, by chance or by a deployment.
    std::pair<World, World> drifted(const World &world)
    {
        World a = world;
        World b = world;
        for (int i = 3 + below(14); i > 0; --i)
            change(a);
        for (int i = 3 + below(14); i > 0; --i)
            change(b);
        for (const int id : {5, 6, 7}) {
            if (below(2) == 0)
                continue;
            a.tables[u"orders"_s][{id}] = {id, 1, 1};
            b.tables[u"orders"_s][{id}] = {id, 1, 2};
        }
        for (int i = 3; i > 0; --i) {
            const Numbers value{5 + below(3), below(2)};
            ++a.log[value];
            ++b.log[value];
        }
        for (int i = 4 + below(8); i > 0; --i) {
            World one;
            const TableShape &shape = shapes()[below(int(shapes().size()))];
            put(one, shape, 3, 7);
            const auto [key, row] = *one.tables[shape.name].begin();
            a.tables[shape.name][key] = row;
            b.tables[shape.name][key] = row;
            if (below(3) == 0)
                b.tables[shape.name][key].back() += 1;
        }
        return {a, b};
    }

private:
    int below(int limit) { return m_random.bounded(limit); }

    void put(World &world, const TableShape &shape, int lowest, int highest)
    {
        Numbers row;
        for (int i = 0; i < 3; ++i)
            row.push_back(i == shape.reference || i == 0 ? lowest + below(highest + 1 - lowest) : 1 + below(2));
        world.tables[shape.name][Numbers(row.begin(), row.begin() + shape.keyColumns)] = row;
    }

    void change(World &world)
    {
        const int choice = below(8);
        const TableShape &shape = shapes()[below(int(shapes().size()))];
        Rows &rows = world.tables[shape.name];
        if (choice == 0 && !rows.empty()) {
            rows.erase(std::next(rows.begin(), below(int(rows.size()))));
        } else if (choice < 3) {
            const Numbers value{1 + below(7), below(2)};
            if (choice == 1 || world.log[value] == 0)
                ++world.log[value];
            else
                --world.log[value];
        } else {
            put(world, shape, 1, 7);
        }
    }

    QRandomGenerator m_random;
};

QString tuple(const Numbers &row)
{
    QStringList cells;
    for (const int cell : row)
        cells.append(QString::number(cell));
    return u'(' + cells.join(u", ") + u')';
}

/// Statements that leave a database with these rows, whatever it had.
QString sqlOf(const World &world)
{
    QString sql;
    for (const auto &[table, rows] : world.tables) {
        sql += u"DELETE FROM %1;"_s.arg(table);
        for (const auto &[key, row] : rows)
            sql += u"INSERT INTO %1 VALUES %2;"_s.arg(table, tuple(row));
    }
    sql += u"DELETE FROM log;"_s;
    for (const auto &[row, count] : world.log) {
        for (int i = 0; i < count; ++i)
            sql += u"INSERT INTO log VALUES %1;"_s.arg(tuple(row));
    }
    return sql;
}

/// What a plain reading of the outcome table makes of three worlds.
class Oracle
{
public:
    Oracle(const World &old, const World &a, const World &b)
        : m_old(old)
        , m_a(a)
        , m_b(b)
    {
        for (const TableShape &shape : shapes())
            classifyTable(shape);
        while (entangleOnce()) {
        }
        classifyLog();
    }

    QStringList lines() const
    {
        QStringList all = m_logLines;
        for (const auto &[place, outcome] : m_found) {
            const auto &[table, key] = place;
            const TableShape &shape =
                *std::ranges::find_if(shapes(), [&](const TableShape &each) { return each.name == table; });
            QStringList parts;
            for (int i = 0; i < shape.keyColumns; ++i)
                parts.append(u"%1=%2"_s.arg(shape.columns[i]).arg(key[i]));
            all.append(table + u' ' + parts.join(u", ") + u' ' + outcome);
        }
        all.sort();
        return all;
    }

private:
    using Place = std::pair<QString, Numbers>;

    static const Numbers *rowIn(const World &world, const QString &table, const Numbers &key)
    {
        const Rows &rows = world.tables.at(table);
        const auto found = rows.find(key);
        return found == rows.end() ? nullptr : &found->second;
    }

    static QString outcomeOf(const Numbers *old, const Numbers *a, const Numbers *b, bool generated)
    {
        const auto same = [](const Numbers *left, const Numbers *right) {
            return (!left && !right) || (left && right && *left == *right);
        };
        if (same(a, old))
            return u"OnlyB"_s;
        if (same(b, old))
            return u"OnlyA"_s;
        if (!old)
            return generated ? u"KeyCollision"_s : u"CellConflict"_s;
        if (!a || !b)
            return a ? u"UpdateDelete"_s : u"DeleteUpdate"_s;
        bool byA = false;
        bool byB = false;
        for (size_t i = 0; i < old->size(); ++i) {
            const int was = (*old)[i];
            const int nowA = (*a)[i];
            const int nowB = (*b)[i];
            if (nowA == nowB)
                continue;
            if (was != nowA && was != nowB)
                return u"CellConflict"_s;
            (was == nowA ? byB : byA) = true;
        }
        return byA && byB ? u"CellMerge"_s : byA ? u"OnlyA"_s : u"OnlyB"_s;
    }

    void classifyTable(const TableShape &shape)
    {
        std::set<Numbers> keys;
        for (const World *world : {&m_old, &m_a, &m_b}) {
            for (const auto &[key, row] : world->tables.at(shape.name))
                keys.insert(key);
        }
        const Rows &old = m_old.tables.at(shape.name);
        for (const Numbers &key : keys) {
            const Numbers *a = rowIn(m_a, shape.name, key);
            const Numbers *b = rowIn(m_b, shape.name, key);
            const bool equal = (!a && !b) || (a && b && *a == *b);
            if (!equal)
                m_found[{shape.name, key}] = outcomeOf(rowIn(m_old, shape.name, key), a, b, shape.generated);
            else if (a && shape.generated && key > old.rbegin()->first)
                m_found[{shape.name, key}] = u"Convergent"_s;
        }
    }

    bool collides(const QString &table, int key) const
    {
        const auto found = m_found.find({table, {key}});
        return found != m_found.end() && found->second.startsWith(u"KeyCollision"_s);
    }

    /// One look at every row; true where something new came of it.
    bool entangleOnce()
    {
        bool any = false;
        for (const TableShape &shape : shapes()) {
            for (const auto &[key, a] : m_a.tables.at(shape.name)) {
                const Numbers *b = rowIn(m_b, shape.name, key);
                if (shape.reference < 0 || !b || a[shape.reference] != (*b)[shape.reference] ||
                    !collides(shape.parent, a[shape.reference]))
                    continue;
                any = entangleRow(shape, key, a, *b) || any;
            }
        }
        return any;
    }

    bool entangleRow(const TableShape &shape, const Numbers &key, const Numbers &a, const Numbers &b)
    {
        const Numbers *old = rowIn(m_old, shape.name, key);
        const bool referenceInKey = shape.reference < shape.keyColumns;
        QString &outcome = m_found[{shape.name, key}];
        const QString before = outcome;
        const bool isGivenAnew = !old || (*old)[shape.reference] != a[shape.reference];
        if (a != b) {
            if (referenceInKey && !old)
                outcome = u"KeyCollision"_s;
            else if (isGivenAnew && before != u"KeyCollision"_s)
                outcome = u"CellConflict entangled"_s;
        } else if (before.isEmpty() || before == u"Convergent"_s) {
            if (!old)
                outcome = shape.generated || referenceInKey ? u"KeyCollision entangled"_s : u"CellConflict entangled"_s;
            else if (isGivenAnew)
                outcome = u"CellConflict entangled"_s;
        }
        const bool changed = outcome != before;
        if (outcome.isEmpty())
            m_found.erase({shape.name, key});
        return changed;
    }

    static int countIn(const World &world, const Numbers &row)
    {
        const auto found = world.log.find(row);
        return found == world.log.end() ? 0 : found->second;
    }

    void classifyLog()
    {
        std::set<Numbers> values;
        for (const World *world : {&m_old, &m_a, &m_b}) {
            for (const auto &[row, count] : world->log)
                values.insert(row);
        }
        for (const Numbers &row : values) {
            const int old = countIn(m_old, row);
            const int a = countIn(m_a, row);
            const int b = countIn(m_b, row);
            if (a != b) {
                for (int ordinal = 1; ordinal <= old; ++ordinal) {
                    if ((ordinal <= a) != (ordinal <= b))
                        tellCopy(row, ordinal, ordinal <= a ? u"OnlyB"_s : u"OnlyA"_s);
                }
                int next = old;
                for (int i = old; i < a; ++i)
                    tellCopy(row, ++next, u"OnlyA"_s);
                for (int i = old; i < b; ++i)
                    tellCopy(row, ++next, u"OnlyB"_s);
            } else if (collides(u"orders"_s, row[0])) {
                for (int ordinal = old + 1; ordinal <= a; ++ordinal)
                    tellCopy(row, ordinal, u"KeyCollision entangled"_s);
            }
        }
    }

    void tellCopy(const Numbers &row, int ordinal, const QString &outcome)
    {
        m_logLines.append(u"log %1 no. %2 %3"_s.arg(tuple(row)).arg(ordinal).arg(outcome));
    }

    const World &m_old;
    const World &m_a;
    const World &m_b;
    std::map<Place, QString> m_found;
    QStringList m_logLines;
};

} // namespace

class TestCompareRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomHistories();
};

/// REJOIN_TEST_SEED repeats a run.
void TestCompareRandom::randomHistories()
{
    bool given = false;
    const quint32 first = qEnvironmentVariableIntValue("REJOIN_TEST_SEED", &given);
    const quint32 seed = given ? first : QRandomGenerator::global()->generate();
    qInfo("REJOIN_TEST_SEED=%u", seed);
    // a run that meets none of these proves nothing: the rarest needs more rounds with some seeds
    const QStringList rare{u"OnlyA"_s,
                           u"OnlyB"_s,
                           u"CellConflict"_s,
                           u"KeyCollision"_s,
                           u"lines entangled"_s,
                           u"lines KeyCollision"_s,
                           u"lines CellConflict"_s,
                           u"pay entangled"_s,
                           u"log entangled"_s};
    constexpr int leastRounds = 40;
    constexpr int mostRounds = 400;
    QMap<QString, int> seen;
    const auto isMissing = [&seen](const QString &word) { return seen.value(word) == 0; };
    Teller teller(seed);
    for (int round = 0; round < leastRounds || (round < mostRounds && std::ranges::any_of(rare, isMissing)); ++round) {
        const World old = teller.atTheSplit();
        const auto [a, b] = teller.drifted(old);
        Divergence divergence(schema + sqlOf(old), sqlOf(a), sqlOf(b));
        divergence.project().scope.relations = {VirtualRelation::parse(u"log.order_id=orders.id"_s).value()};
        VERIFY_OK(divergence.compare({.pageRows = 3}));
        QStringList told = divergence.told();
        told.sort();
        const QStringList expected = Oracle(old, a, b).lines();
        QVERIFY2(told == expected,
                 qPrintable(u"round %1\ntold:\n%2\nexpected:\n%3\nA: %4\nB: %5\nbaseline: %6"_s.arg(
                     QString::number(round), told.join(u'\n'), expected.join(u'\n'), sqlOf(a), sqlOf(b), sqlOf(old))));
        for (const QString &line : expected) {
            ++seen[line.section(u' ', -1)];
            ++seen[line.section(u' ', 0, 0) + u' ' + line.section(u' ', -1)];
        }
    }
    for (const QString &word : rare)
        QVERIFY2(seen.value(word) > 0, qPrintable(word));
}

QTEST_GUILESS_MAIN(TestCompareRandom)
#include "tst_comparerandom.moc"
