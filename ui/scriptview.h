#pragma once

#include "diffcore/dialect/engine.h"
#include "diffcore/script/script.h"

#include <KSyntaxHighlighting/Repository>
#include <QPlainTextEdit>

#include <memory>

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace Rejoin {

/// A script to read: highlighted in its engine's dialect, in the colours of the palette, with line numbers. A script
/// that nobody may run yet says so across its text.
///
/// A large script is read in parts, which end between statements where they can; lines are numbered through.
class ScriptView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ScriptView(KSyntaxHighlighting::Repository &repository, QWidget *parent = nullptr);
    ~ScriptView() override;

    /// About so many bytes are one part.
    static constexpr qsizetype partBytes = 256 * 1024;

    void setScript(const QByteArray &text, Engine engine);
    /// What became of a script, as diff prints it.
    void setChanges(const QByteArray &text);
    /// Empty = no watermark.
    void setWatermark(const QString &text);
    void goToLine(int line);               ///< from 1, in whatever part
    [[nodiscard]] int currentLine() const; ///< from 1
    [[nodiscard]] int lineCount() const { return m_lines; }

    [[nodiscard]] int partCount() const { return int(m_parts.size()); } ///< at least 1
    [[nodiscard]] int part() const { return m_part; }                   ///< from 0
    void showPart(int part);
    [[nodiscard]] int firstLine() const { return m_parts.at(m_part).firstLine; }
    [[nodiscard]] int lastLine() const;

    /// Goes to the next place, or the one before, that holds the text, in whatever part, whatever its case; from the
    /// end on to the start. False where there is none.
    enum class Direction : quint8 { Forward, Backward };
    bool find(const QString &text, Direction direction);

Q_SIGNALS:
    void partChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class LineNumbers;

    void showText(const QByteArray &text, const QString &definition);
    void chooseTheme();
    void paintNumbers(QPaintEvent *event);
    [[nodiscard]] int numbersWidth() const;

    struct Part
    {
        qsizetype start = 0; ///< byte
        int firstLine = 1;
    };
    void cutIntoParts();
    [[nodiscard]] QByteArray textOf(int part) const;

    QByteArray m_text;
    QList<Part> m_parts{Part{}};
    int m_part = 0;
    int m_lines = 1;
    QString m_definition;
    KSyntaxHighlighting::Repository &m_repository;
    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter> m_highlighter;
    QWidget *m_numbers;
    QString m_watermark;
};

} // namespace Rejoin
