# Configures a small tree of the four layers, whole and with one forbidden link at a time, and expects CMake to refuse
# the latter by name.
# usage: cmake -DSOURCE=CHECKOUT -DWORK=FOLDER -DGENERATOR=NAME -P layers.cmake

# tree(VERDICT LINK): LINK is a target_link_libraries() call added to the small tree.
function(tree verdict link)
    file(REMOVE_RECURSE "${WORK}")
    file(WRITE "${WORK}/part.cpp" "int part() { return 0; }\n")
    file(WRITE "${WORK}/CMakeLists.txt" "
cmake_minimum_required(VERSION 3.25)
project(small LANGUAGES NONE)
include(\"${SOURCE}/scripts/layers.cmake\")
foreach(library Qt6::Core Qt6::Sql Qt6::Gui Qt6::Widgets)
    add_library(\${library} INTERFACE IMPORTED)
endforeach()
foreach(layer diffcore models ui cli)
    add_library(\${layer} OBJECT part.cpp)
    set_target_properties(\${layer} PROPERTIES LINKER_LANGUAGE CXX)
    rejoin_guard(\${layer})
endforeach()
target_link_libraries(diffcore PUBLIC Qt6::Core Qt6::Sql)
target_link_libraries(models PUBLIC diffcore)
target_link_libraries(ui PUBLIC models PRIVATE Qt6::Widgets)
target_link_libraries(cli PUBLIC diffcore)
${link}
")
    execute_process(COMMAND ${CMAKE_COMMAND} -G "${GENERATOR}" -S "${WORK}" -B "${WORK}/build"
        RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
    string(REGEX REPLACE "[ \n]+" " " said "${said}")
    if(verdict STREQUAL "allowed" AND code EQUAL 0)
        return()
    endif()
    if(NOT verdict STREQUAL "allowed" AND NOT code EQUAL 0 AND said MATCHES "Layer '${verdict}' links")
        return()
    endif()
    message(SEND_ERROR "expected '${verdict}' for: ${link}\nCMake left with ${code}: ${said}")
endfunction()

tree(allowed "")
tree(allowed "target_link_libraries(ui PRIVATE diffcore)")
tree(diffcore "target_link_libraries(diffcore PRIVATE Qt6::Gui)")
tree(diffcore "target_link_libraries(diffcore PUBLIC models)")
tree(diffcore "target_link_libraries(diffcore INTERFACE Qt6::Widgets)")
tree(diffcore "target_link_libraries(diffcore PRIVATE \"$<$<CONFIG:Debug>:Qt6::Gui>\")")
tree(models "target_link_libraries(models PRIVATE Qt6::Widgets)")
tree(models "target_link_libraries(models PRIVATE ui)")
tree(cli "target_link_libraries(cli PRIVATE models)")
tree(ui "target_link_libraries(ui PRIVATE cli)")
