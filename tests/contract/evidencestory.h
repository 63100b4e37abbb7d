#pragma once

#include "diffcore/compare/comparer.h"
#include "tests/contract/contractengine.h"

#include <QTemporaryDir>

namespace Rejoin::Testing {

/// The demo's story on an engine, played so that every means has something to tell: the baseline, a pause in which the
/// servers part, then what A and B did. Who changed what is read from the rows themselves.
class EvidenceStory
{
public:
    explicit EvidenceStory(ContractEngine &engine);
    /// The engine must have been started.
    void play();

    /// What a means told of the rows that differ, a row counted for each side. Tables without a key are left out:
    /// which of several equal rows is new has no truth.
    struct Told
    {
        int rows = 0;
        int right = 0;   ///< who changed it, or that nobody did
        int unknown = 0; ///< left to a person
        QStringList wrong;
    };
    /// `evidence`: "baseline", "checkpoint", "checkpoint hashes", or a list of choices, blanks between.
    [[nodiscard]] Told ask(const QString &evidence);
    /// One line of the table that the suite prints.
    [[nodiscard]] static QString line(const QString &evidence, const Told &told);

    /// Means that this engine can give, in the words of ask().
    [[nodiscard]] QStringList means() const;

private:
    using Truth = QHash<QString, QHash<RowKey, PerSide<Change>>>; ///< by table

    void learnTruth();
    void learn(const Alignment &alignment, int table, PerVersion<std::unique_ptr<Connection>> &from);
    [[nodiscard]] Project projectWith(const QString &evidence);
    [[nodiscard]] bool keepsVersions() const;

    ContractEngine &m_engine;
    QTemporaryDir m_folder;
    QDateTime m_split; ///< when the databases themselves were parted; the story's own times have another
    Truth m_truth;
    qint64 m_lastOrder = 0;
    qint64 m_lastPayment = 0;
};

} // namespace Rejoin::Testing
