#pragma once

#include "diffcore/session/project.h"
#include "models/work.h"

#include <QGroupBox>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Rejoin {

/// How one database is reached: driver or data source and what it needs, or any ODBC connection string.
class ServerForm : public QGroupBox
{
    Q_OBJECT

public:
    enum class Kind : quint8 { Server, Baseline }; ///< a baseline has no label and no role, and may be left out

    ServerForm(const QString &title, Kind kind, QWidget *parent = nullptr);

    void setEntry(const ServerEntry &entry);
    void clear();
    void setRole(Role role);
    [[nodiscard]] bool isFilled() const;
    /// Fails with Usage, naming what is missing.
    [[nodiscard]] Result<ServerEntry> entry() const;
    void setCheck(const QList<CheckLine> &lines);
    void setCheckText(const QString &text);
    [[nodiscard]] QLineEdit *fileEdit() const { return m_file; }

Q_SIGNALS:
    void edited();

private:
    void fillMeans();
    void showFields();
    void chooseFile();
    void makeEncryption();
    void setTabOrders();
    void fillEncryption();
    void showAuthority();
    void chooseFileFor(QLineEdit *edit, const QString &title);
    [[nodiscard]] QString driver() const; ///< that is chosen; empty for a data source or a text
    [[nodiscard]] bool isFileDriver() const;
    [[nodiscard]] bool isFreeText() const;
    [[nodiscard]] Result<ConnectionString> connectionString() const;
    void selectMeans(const ConnectionString &connection);
    QLineEdit *addEdit(const QString &label, const QString &placeholder = {});

    Kind m_kind;
    QFormLayout *m_form;
    QLineEdit *m_label = nullptr;
    QComboBox *m_role = nullptr;
    QComboBox *m_means;
    QWidget *m_fileRow;
    QLineEdit *m_file;
    QToolButton *m_browse;
    QLineEdit *m_host = nullptr;
    QLineEdit *m_port = nullptr;
    QLineEdit *m_database = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QComboBox *m_login;
    QComboBox *m_encryption;
    QWidget *m_authorityRow;
    QLineEdit *m_authority;
    QLineEdit *m_string = nullptr;
    QLabel *m_check;
    ConnectionString m_rest; ///< attributes that have no field of their own
};

} // namespace Rejoin
