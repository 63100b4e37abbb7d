#pragma once

#include "app/cli/cli.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace Rejoin {

/// Text for people, or one JSON document: never both on standard output. Warnings, notes and progress go to standard
/// error.
class Output
{
public:
    enum class Form : quint8 { Text, Json };

    Output(const Terminal &terminal, Form form);

    [[nodiscard]] bool isJson() const { return m_form == Form::Json; }
    void line(const QString &text = {});    ///< standard output; nothing with --json
    void json(const QJsonObject &document); ///< standard output; nothing without --json
    /// Standard output as it is: the JSON document in pieces. json() prints no other after it.
    void raw(const QByteArray &bytes);
    void note(const QString &text); ///< standard error
    void warn(const QString &text);
    /// One line that is overwritten, on a terminal only.
    [[nodiscard]] Progress progress();
    void clearProgress();

private:
    const Terminal &m_terminal;
    Form m_form;
    bool m_isPrinted = false; ///< the JSON document, or its first piece
    int m_progressWidth = 0;
    qint64 m_lastShown = 0;
};

/// Columns that stand under each other. The first row is the heading.
class TextTable
{
public:
    enum class Align : quint8 { Left, Right };

    explicit TextTable(QList<Align> columns, int indent = 0);
    void add(const QStringList &cells);
    [[nodiscard]] QStringList lines() const;
    void print(Output &output) const;

private:
    QList<Align> m_columns;
    int m_indent = 0;
    QList<QStringList> m_rows;
};

/// One line, no control characters: a value of a database must not move the cursor.
[[nodiscard]] QString printable(const QString &text);
/// Printable, and no longer than `length` characters.
[[nodiscard]] QString shortened(const QString &text, int length);
/// "1 row", "2 rows"
[[nodiscard]] QString counted(qint64 number, const QString &noun);
/// "1 match is", "2 matches are": the verb comes with the noun where the plural is not made by an s.
[[nodiscard]] QString counted(qint64 number, const QString &one, const QString &many);

} // namespace Rejoin
