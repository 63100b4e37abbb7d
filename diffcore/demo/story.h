#pragma once

#include "diffcore/base/result.h"
#include "diffcore/base/side.h"
#include "diffcore/dialect/engine.h"

#include <QHash>
#include <QStringList>

namespace Rejoin {

/// The demo's story as SQL, in the words of one engine. It stands in resources/demo: chapters, and a file of words for
/// each engine that it is told for.
class DemoStory
{
public:
    /// Fails with Unsupported where it is not told for the engine.
    [[nodiscard]] static Result<DemoStory> of(Engine engine, int orders);

    /// Statements that make the database and bring it to its version's state at the end of the story.
    [[nodiscard]] QStringList of(Version version) const;
    /// What comes after the baseline's statements in those of a side.
    [[nodiscard]] QStringList after(Side side) const;
    /// The story is told by the rows that it leaves: tables() makes the tables for them.
    [[nodiscard]] bool isToldByRows() const;
    [[nodiscard]] QStringList tables(Version version) const;
    /// Statements of a word that the engine's file has beside those of the story.
    [[nodiscard]] QStringList statements(const QString &word, const QString &argument) const;

    [[nodiscard]] static QByteArray rules(); ///< JSON

private:
    using Words = QHash<QString, QString>;

    [[nodiscard]] QStringList chapter(const QString &name, const Words &more = {}) const;
    [[nodiscard]] QStringList release(const QString &deployedAt, const QString &taxClass) const;
    [[nodiscard]] QString told(QString text, const Words &more) const;

    Words m_words;
    Words m_numbers;
};

} // namespace Rejoin
