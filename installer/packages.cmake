set(CPACK_PACKAGE_NAME rejoin)
set(CPACK_PACKAGE_VENDOR "${REJOIN_DEVELOPER}")
set(CPACK_PACKAGE_CONTACT "${REJOIN_CONTACT}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "brings two diverged database servers back in line")
set(CPACK_PACKAGE_DESCRIPTION "Two database servers held the same data until the stream between them
stopped; both took writes since then. Rejoin finds what diverged, row by row
and against the common state before, and says for each difference who
changed what. It settles by itself what needs no judgement, keeps both of
two orders that got one number, and asks about the rest. Then it writes a
guarded script with its undo for each server, and runs the approved bytes
alone. A window and a command line, for SQLite, PostgreSQL, MariaDB, MySQL
and SQL Server through ODBC.")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_EXECUTABLES rejoin Rejoin)
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/packages")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)
set(CPACK_GENERATOR DEB RPM TGZ)
# the archive alone brings libraries
set(CPACK_PROJECT_CONFIG_FILE "${CMAKE_CURRENT_SOURCE_DIR}/generator.cmake")

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# what is loaded by name, so that no library tells of it: Qt's drivers for ODBC and for session files, and icons
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-odbc, libqt6sql6-sqlite, qt6-svg-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libsqliteodbc, odbc-postgresql, odbc-mariadb, tdsodbc, qt6-wayland")

set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE MIT)
set(CPACK_RPM_PACKAGE_GROUP Applications/Databases)
set(CPACK_RPM_PACKAGE_REQUIRES "qt6-qtbase-odbc, qt6-qtsvg")
set(CPACK_RPM_PACKAGE_SUGGESTS "sqliteodbc, postgresql-odbc, mariadb-connector-odbc, freetds")
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/share/applications /usr/share/metainfo /usr/share/mime
    /usr/share/mime/packages /usr/share/icons /usr/share/icons/hicolor
    /usr/share/doc)

# Untried: nobody has run what these two make. The installer for Windows can be written on any system that has makensis.
set(CPACK_NSIS_DISPLAY_NAME Rejoin)
set(CPACK_NSIS_PACKAGE_NAME Rejoin)
set(CPACK_NSIS_INSTALLED_ICON_NAME "bin/rejoin.exe")
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS "WriteRegStr SHCTX 'Software\\\\Classes\\\\.rejoin' '' 'Rejoin.Project'
  WriteRegStr SHCTX 'Software\\\\Classes\\\\Rejoin.Project\\\\shell\\\\open\\\\command' '' '\\\"$INSTDIR\\\\bin\\\\rejoin.exe\\\" \\\"%1\\\"'")
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS "DeleteRegKey SHCTX 'Software\\\\Classes\\\\.rejoin'
  DeleteRegKey SHCTX 'Software\\\\Classes\\\\Rejoin.Project'")
if(APPLE)
    set_target_properties(rejoin PROPERTIES MACOSX_BUNDLE ON MACOSX_BUNDLE_BUNDLE_NAME Rejoin
        MACOSX_BUNDLE_GUI_IDENTIFIER ${REJOIN_APPLICATION} MACOSX_BUNDLE_SHORT_VERSION_STRING "${PROJECT_VERSION}"
        MACOSX_BUNDLE_BUNDLE_VERSION "${PROJECT_VERSION}" INSTALL_RPATH "@executable_path/../Frameworks")
    set(CPACK_GENERATOR DragNDrop)
    set(CPACK_DMG_VOLUME_NAME Rejoin)
elseif(WIN32)
    set(CPACK_GENERATOR NSIS)
endif()
include(CPack)
