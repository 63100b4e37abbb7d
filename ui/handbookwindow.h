#pragma once

#include <QStringList>
#include <QTextBrowser>

class QLineEdit;
class QListWidget;

namespace Rejoin {

/// A page of the handbook: Markdown from the program's resources. Links lead to pages and to headings in them, others
/// to the system's browser; pictures are no wider than the page.
class HandbookPage : public QTextBrowser
{
    Q_OBJECT

public:
    explicit HandbookPage(QWidget *parent = nullptr);

    /// "first-merge.md", with or without "#heading".
    void open(const QString &link);
    /// The name of the page that is shown: "first-merge.md".
    [[nodiscard]] QString name() const;
    /// What the web makes of a heading to link to it: "By the command line" is by-the-command-line.
    [[nodiscard]] static QString anchorOf(const QString &heading);

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    void scrollToHeading(const QString &anchor);
};

/// The handbook, offline: contents, search, and one page. It stays open beside the window.
class HandbookWindow : public QWidget
{
    Q_OBJECT

public:
    explicit HandbookWindow(QWidget *parent = nullptr);

    [[nodiscard]] HandbookPage *page() const { return m_page; }
    /// File names in the order of the contents; the contents themselves are the first.
    [[nodiscard]] const QStringList &names() const { return m_names; }

private:
    void readContents();
    void search(const QString &text);
    void findNext();
    void showCurrent();

    QStringList m_names;
    QStringList m_texts;
    QLineEdit *m_search;
    QListWidget *m_contents;
    HandbookPage *m_page;
};

} // namespace Rejoin
