#include "diffcore/odbc/columnbuffer.h"

#include "diffcore/value/utf16text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

SQLSMALLINT cType(CellKind kind)
{
    switch (kind) {
    case CellKind::Utf8: return SQL_C_CHAR;
    case CellKind::Wide: return SQL_C_WCHAR;
    case CellKind::Binary: return SQL_C_BINARY;
    }
    Q_UNREACHABLE();
}

SQLLEN endMark(CellKind kind)
{
    switch (kind) {
    case CellKind::Utf8: return 1;
    case CellKind::Wide: return sizeof(SQLWCHAR);
    case CellKind::Binary: return 0;
    }
    Q_UNREACHABLE();
}

QByteArray utf8Of(const char *wide, SQLLEN bytes)
{
    return bytesOfUtf16(QStringView(reinterpret_cast<const char16_t *>(wide), bytes / qsizetype(sizeof(char16_t))));
}

} // namespace

CellKind cellKindOf(SQLHSTMT statement, int column, const DriverQuirks &quirks)
{
    const auto number = static_cast<SQLUSMALLINT>(column + 1);
    const bool narrow = quirks.text == DriverQuirks::Text::NarrowUtf8;
    std::array<SQLCHAR, 256> name{};
    std::array<SQLWCHAR, 256> wideName{};
    SQLSMALLINT length = 0;
    SQLSMALLINT type = 0;
    SQLULEN size = 0;
    SQLSMALLINT digits = 0;
    SQLSMALLINT nullable = 0;
    const SQLRETURN code =
        narrow ? SQLDescribeCol(statement, number, name.data(), name.size(), &length, &type, &size, &digits, &nullable)
               : SQLDescribeColW(statement, number, wideName.data(), wideName.size(), &length, &type, &size, &digits,
                                 &nullable);
    const bool known = SQL_SUCCEEDED(code);
    if (known && (type == SQL_BINARY || type == SQL_VARBINARY || type == SQL_LONGVARBINARY))
        return CellKind::Binary;
    return narrow ? CellKind::Utf8 : CellKind::Wide;
}

Result<std::optional<QByteArray>> readCell(Statement &statement, int column, CellKind kind)
{
    QByteArray value;
    qsizetype room = 256;
    for (;;) {
        const qsizetype read = value.size();
        value.resize(read + room);
        SQLLEN length = 0;
        const SQLRETURN code = SQLGetData(statement.handle(), static_cast<SQLUSMALLINT>(column + 1), cType(kind),
                                          value.data() + read, room, &length);
        if (code == SQL_NO_DATA)
            length = 0;
        else if (!SQL_SUCCEEDED(code))
            return fail(statement.error(u"a long value cannot be read"_s));
        if (length == SQL_NULL_DATA)
            return std::nullopt;
        const qsizetype usable = room - endMark(kind);
        if (length != SQL_NO_TOTAL && length <= usable) {
            value.resize(read + length);
            break;
        }
        value.resize(read + usable);
        const qsizetype left = length == SQL_NO_TOTAL ? value.size() : length - usable;
        room = left + endMark(kind) + 2;
    }
    return kind == CellKind::Wide ? utf8Of(value.constData(), value.size()) : value;
}

SQLLEN ColumnBuffer::stride() const
{
    return m_width + endMark(m_kind);
}

SQLULEN ColumnBuffer::bytesPerRow() const
{
    return static_cast<SQLULEN>(stride()) + sizeof(SQLLEN);
}

bool ColumnBuffer::bind(SQLHSTMT statement, int column, SQLULEN rows)
{
    m_bytes.resize(rows * static_cast<SQLULEN>(stride()));
    m_lengths.assign(rows, SQL_NULL_DATA);
    return SQL_SUCCEEDED(SQLBindCol(statement, static_cast<SQLUSMALLINT>(column + 1), cType(m_kind), m_bytes.data(),
                                    stride(), m_lengths.data()));
}

int ColumnBuffer::wholeRows(int rows) const
{
    const auto begin = m_lengths.begin();
    const auto cut =
        std::find_if(begin, begin + rows, [this](SQLLEN length) { return length > m_width || length == SQL_NO_TOTAL; });
    return static_cast<int>(cut - begin);
}

SQLLEN ColumnBuffer::needed(int row) const
{
    const SQLLEN length = m_lengths[static_cast<size_t>(row)];
    return length == SQL_NO_TOTAL ? m_width * 2 : length;
}

SQLLEN ColumnBuffer::widthFor(int firstRow, int rows, SQLLEN most) const
{
    SQLLEN width = m_width;
    for (int row = firstRow; row < rows; ++row) {
        if (needed(row) > width && needed(row) <= most)
            width = std::min(most, needed(row) + needed(row) / 4);
    }
    return (width + 1) & ~SQLLEN(1); // wide cells are aligned
}

void ColumnBuffer::giveOut(int rows)
{
    if (m_kind != CellKind::Wide)
        return;
    m_converted.clear();
    m_ends.clear();
    for (int row = 0; row < rows; ++row) {
        const SQLLEN length = m_lengths[static_cast<size_t>(row)];
        if (length != SQL_NULL_DATA)
            m_converted += utf8Of(m_bytes.data() + row * stride(), length);
        m_ends.push_back(m_converted.size());
    }
}

std::optional<QByteArrayView> ColumnBuffer::cell(int row) const
{
    const auto index = static_cast<size_t>(row);
    if (m_lengths[index] == SQL_NULL_DATA)
        return std::nullopt;
    if (m_kind != CellKind::Wide)
        return QByteArrayView(m_bytes.data() + row * stride(), m_lengths[index]);
    const qsizetype begin = row == 0 ? 0 : m_ends[index - 1];
    return QByteArrayView(m_converted.constData() + begin, m_ends[index] - begin);
}

} // namespace Rejoin
