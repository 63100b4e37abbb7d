# The archive brings what a system without Qt 6 lacks: Qt with its plugins, and the libraries of the window. What belongs to
# a system (C and C++, graphics, fonts, X11, the ODBC driver manager and its drivers) is the system's.
if(REJOIN_CORE_ONLY OR APPLE OR WIN32)
    return()
endif()
get_target_property(core Qt6::Core LOCATION)
get_filename_component(library_folder "${core}" DIRECTORY)
set(plugins "${library_folder}/qt6/plugins")
file(CONFIGURE OUTPUT "${work}/copylibraries.cmake" @ONLY CONTENT [[
set(into "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")
set(plugins "@plugins@")
set(wanted platforms/libqxcb platforms/libqoffscreen platforms/libqminimal sqldrivers/libqsqlodbc sqldrivers/libqsqlite
    imageformats/libqsvg iconengines/libqsvgicon xcbglintegrations/libqxcb-glx-integration
    xcbglintegrations/libqxcb-egl-integration platforminputcontexts/libcomposeplatforminputcontextplugin)
foreach(plugin IN LISTS wanted)
    if(EXISTS "${plugins}/${plugin}.so")
        get_filename_component(kind "${plugin}" DIRECTORY)
        file(INSTALL "${plugins}/${plugin}.so" DESTINATION "${into}/lib/rejoin/plugins/${kind}")
        list(APPEND found "${plugins}/${plugin}.so")
    endif()
endforeach()
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES "@CMAKE_BINARY_DIR@/app/rejoin" MODULES ${found}
    RESOLVED_DEPENDENCIES_VAR resolved UNRESOLVED_DEPENDENCIES_VAR missing DIRECTORIES "@library_folder@"
    POST_INCLUDE_REGEXES "/lib(Qt6|KF6|qt6keychain|icu|spdlog|fmt|double-conversion|b2|md4c|pcre2-16|crypto|tcmalloc_minimal|xcb-(cursor|icccm|image|keysyms|render-util|util))"
    POST_EXCLUDE_REGEXES ".*")
if(missing)
    message(FATAL_ERROR "these libraries are not found: ${missing}")
endif()
foreach(library IN LISTS resolved)
    file(INSTALL "${library}" DESTINATION "${into}/lib/rejoin" FOLLOW_SYMLINK_CHAIN)
endforeach()
file(WRITE "${into}/bin/qt.conf" "[Paths]\nPrefix = ../lib/rejoin\nPlugins = plugins\n")
]])
install(SCRIPT "${work}/copylibraries.cmake" COMPONENT libraries)
