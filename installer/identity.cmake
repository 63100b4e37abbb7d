# Who publishes Rejoin, in one place. The application's name is that of the desktop entry, the icon, the metainfo and the
# macOS bundle; it begins with an address that its publisher holds, turned round (AppStream, "id"; Desktop Entry, "File naming").
set(REJOIN_DEVELOPER_ID io.github.rejoin)
set(REJOIN_APPLICATION ${REJOIN_DEVELOPER_ID}.Rejoin)
set(REJOIN_DEVELOPER "The Rejoin developers")
set(REJOIN_CONTACT "${REJOIN_DEVELOPER} <rejoin@users.noreply.github.com>")
