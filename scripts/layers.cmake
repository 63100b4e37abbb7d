# The walls. A layer names, once, all that it may link; linking anything else stops the configuration.
# app -> ui -> models -> diffcore
set(REJOIN_MAY_LINK_diffcore Qt6::Core Qt6::Sql ODBC::ODBC spdlog::spdlog OpenSSL::Crypto ZLIB::ZLIB Threads::Threads)
set(REJOIN_MAY_LINK_models diffcore Qt6::Core)
set(REJOIN_MAY_LINK_ui models diffcore Qt6::Core Qt6::Gui Qt6::Widgets KF6::SyntaxHighlighting Qt6Keychain::Qt6Keychain)
set(REJOIN_MAY_LINK_cli diffcore Qt6::Core)

function(rejoin_check_layer layer)
    get_target_property(linked ${layer} LINK_LIBRARIES)
    get_target_property(passed_on ${layer} INTERFACE_LINK_LIBRARIES)
    foreach(library IN LISTS linked passed_on)
        string(REGEX REPLACE "^\\$<LINK_ONLY:(.*)>$" "\\1" library "${library}")
        # nothing linked; CMake's own directory marker; the layer's own resources
        if(NOT library OR library MATCHES "^::@|^(.*TARGET_NAME:)?${layer}_resources_[0-9]+(>.*)?$")
            continue()
        endif()
        if(NOT library IN_LIST REJOIN_MAY_LINK_${layer})
            message(FATAL_ERROR "Layer '${layer}' links '${library}', which its layer may not. "
                "Allowed: ${REJOIN_MAY_LINK_${layer}}. See the layers in CONTRIBUTING.md.")
        endif()
    endforeach()
endfunction()

# rejoin_guard(LAYER): checks it when every folder has been read, so that no later link escapes.
function(rejoin_guard layer)
    cmake_language(EVAL CODE "cmake_language(DEFER DIRECTORY \"${CMAKE_SOURCE_DIR}\" CALL rejoin_check_layer ${layer})")
endfunction()

# A layer is one static library of every source below its folder.
function(rejoin_layer layer)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    add_library(${layer} STATIC ${sources})
    target_include_directories(${layer} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${layer} PUBLIC ${ARGN})
    target_precompile_headers(${layer} REUSE_FROM precompiled)
    rejoin_guard(${layer})
endfunction()
