#include "diffcore/dialect/sqlitepast.h"

#include "diffcore/dialect/catalogrows.h"

#include <QFile>
#include <QtEndian>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

// of the file's header, by https://www.sqlite.org/fileformat2.html
constexpr qsizetype headerBytes = 100;
constexpr qsizetype writeVersion = 18;
constexpr qsizetype changeCounter = 24;
constexpr char rollbackJournal = 1;

QString fileOf(Connection &connection)
{
    const Result<TextRows> rows = connection.query(u"SELECT name, file FROM pragma_database_list"_s);
    const TextRows known = rows.value_or(TextRows());
    const auto main = std::ranges::find_if(known, [](const TextRow &row) { return textAt(row, 0) == "main"_L1; });
    return main == known.end() ? QString() : textAt(*main, 1);
}

} // namespace

QString SqlitePast::readWritePosition(Connection &connection) const
{
    QFile file(fileOf(connection));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray header = file.read(headerBytes);
    if (header.size() < headerBytes || header[writeVersion] != rollbackJournal)
        return {};
    return u"change %1 of the file"_s.arg(qFromBigEndian<quint32>(header.constData() + changeCounter));
}

} // namespace Rejoin
