# What nearly every source includes, parsed once: half of the compiler's time. Each source still names what it uses, or
# clang-tidy, which gets its commands without this, does not compile it.
file(CONFIGURE OUTPUT precompiled.cpp CONTENT "")
add_library(precompiled STATIC "${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp")
target_link_libraries(precompiled PRIVATE Qt6::Core)
set_target_properties(precompiled PROPERTIES AUTOMOC OFF)
target_precompile_headers(precompiled PRIVATE <QDateTime> <QDir> <QFile> <QFileInfo> <QHash> <QJsonArray> <QJsonDocument>
    <QJsonObject> <QList> <QMap> <QRegularExpression> <QSet> <QString> <QStringList> <QVariant> <algorithm> <expected>
    <functional> <memory> <optional> <ranges> <variant> <vector>)
