#include "diffcore/session/storedrows.h"

#include <array>

namespace Rejoin {

namespace {

/// A flag that says: the row of `version` is that of `original`.
struct Sameness
{
    DifferenceFlag flag;
    Version version;
    Version original;
};

constexpr std::array samenesses{Sameness{AIsBaseline, Version::A, Version::Baseline},
                                Sameness{BIsBaseline, Version::B, Version::Baseline},
                                Sameness{BIsA, Version::B, Version::A}};

/// The first that holds for a version's row; 0 where the row must be stored.
int samenessOf(const Difference &difference, Version version)
{
    for (const Sameness &same : samenesses) {
        if (same.version == version && difference.rows[version] == difference.rows[same.original])
            return same.flag;
    }
    return 0;
}

} // namespace

StoredRows storedRows(const Difference &difference)
{
    StoredRows stored;
    stored.flags = (difference.baselineKnown ? BaselineKnown : 0) | (difference.entangled ? Entangled : 0);
    for (const Version version : allVersions) {
        const std::optional<Row> &row = difference.rows[version];
        const int sameness = row ? samenessOf(difference, version) : 0;
        stored.flags |= sameness;
        stored.rows[version] =
            row && sameness == 0 ? QVariant(encodeRow(*row)) : QVariant(QMetaType::fromType<QByteArray>());
    }
    return stored;
}

bool readRows(const StoredRows &stored, Difference &difference)
{
    difference.baselineKnown = (stored.flags & BaselineKnown) != 0;
    difference.entangled = (stored.flags & Entangled) != 0;
    for (const Version version : allVersions) {
        if (stored.rows[version].isNull())
            continue;
        difference.rows[version] = decodeRow(stored.rows[version].toByteArray());
        if (!difference.rows[version])
            return false;
    }
    for (const Sameness &same : samenesses) {
        if ((stored.flags & same.flag) != 0)
            difference.rows[same.version] = difference.rows[same.original];
    }
    return true;
}

} // namespace Rejoin
