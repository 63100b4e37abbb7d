#pragma once

#include "diffcore/session/project.h"
#include "models/mergepreview.h"
#include "models/rowsmodel.h"
#include "models/tablesmodel.h"
#include "models/work.h"
#include "ui/palette.h"

#include <QCoreApplication>

namespace Rejoin {

/// The text that people read, in one place. Texts of errors come from describe().
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Rejoin::Words)

public:
    [[nodiscard]] static QString outcome(const Difference &difference);
    /// The outcome as a heading: "Key collisions"
    [[nodiscard]] static QString outcomeName(Outcome outcome);
    /// What the outcome means, one sentence.
    [[nodiscard]] static QString outcomeMeaning(Outcome outcome);
    [[nodiscard]] static Tint outcomeTint(Outcome outcome);
    /// What the decision column shows: "A", "B", "base", "both", "cells", "edited", "deleted", "undecided", …
    [[nodiscard]] static QString decision(const Difference &difference);
    /// Reason, origin, who and when.
    [[nodiscard]] static QString decisionDetail(const Decision &decision);
    [[nodiscard]] static QString stage(TableStage stage);
    [[nodiscard]] static QString stageMeaning(TableStage stage);
    [[nodiscard]] static QString face(Face face);
    [[nodiscard]] static QString order(RowOrder order);
    [[nodiscard]] static QString version(Version version);
    [[nodiscard]] static QString column(TablesModel::Column column);
    [[nodiscard]] static QString checkLine(const CheckLine &line);

    /// A cell as text: "NULL", "(no row)", "(no column)", "(undecided)", or the value.
    [[nodiscard]] static QString cell(CellKind kind, const QString &text);
    /// "Order 42": the row as a person names it.
    [[nodiscard]] static QString row(const AlignedTable &table, const RowKey &key);
    /// "order 42, Status: baseline Open, A Paid, B Closed, undecided"
    [[nodiscard]] static QString cellSentence(const RowsModel &model, int row, int column);
    /// What happened to the row and what the choices do, in a sentence or two.
    [[nodiscard]] static QString rowSentence(const RowsSource &source, const Difference &difference);
    /// "1 row", "12 rows"
    [[nodiscard]] static QString rows(qint64 count);
    /// "4 minutes ago"
    [[nodiscard]] static QString age(const QDateTime &since, const QDateTime &now);
    /// "2026-11-22 10:00 UTC"
    [[nodiscard]] static QString time(const QDateTime &time);

private:
    [[nodiscard]] static QString collision(const RowsSource &source, const Difference &difference);
    [[nodiscard]] static QString conflict(const AlignedTable &table, const Difference &difference);
};

} // namespace Rejoin
