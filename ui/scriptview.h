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
class ScriptView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ScriptView(KSyntaxHighlighting::Repository &repository, QWidget *parent = nullptr);
    ~ScriptView() override;

    /// Beyond this many bytes only the start is shown: the bundle holds the rest.
    static constexpr qsizetype shownBytes = 4 * 1024 * 1024;

    void setScript(const QByteArray &text, Engine engine);
    /// What became of a script, as diff prints it.
    void setChanges(const QByteArray &text);
    /// Empty = no watermark.
    void setWatermark(const QString &text);
    void goToLine(int line);               ///< from 1
    [[nodiscard]] int currentLine() const; ///< from 1

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

    KSyntaxHighlighting::Repository &m_repository;
    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter> m_highlighter;
    QWidget *m_numbers;
    QString m_watermark;
};

} // namespace Rejoin
