<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Rejoin::DeliverPage</name>
    <message numerus="yes">
        <source>%1: committed, %n statements</source>
        <translation>
            <numerusform>%1: committed, %n statement</numerusform>
            <numerusform>%1: committed, %n statements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: as it was before the run, %n statements</source>
        <translation>
            <numerusform>%1: as it was before the run, %n statement</numerusform>
            <numerusform>%1: as it was before the run, %n statements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rejoin::MainWindow</name>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rejoin::RowsPage</name>
    <message numerus="yes">
        <source>No differences in %n tables. B can rejoin A.</source>
        <translation>
            <numerusform>No differences in %n table. B can rejoin A.</numerusform>
            <numerusform>No differences in %n tables. B can rejoin A.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rejoin::TablesPage</name>
    <message numerus="yes">
        <source>No differences in %n tables. B can rejoin A.</source>
        <translation>
            <numerusform>No differences in %n table. B can rejoin A.</numerusform>
            <numerusform>No differences in %n tables. B can rejoin A.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Different: %1 in %2 of %n tables; %3 automatic, %4 undecided</source>
        <translation>
            <numerusform>Different: %1 in %2 of %n table; %3 automatic, %4 undecided</numerusform>
            <numerusform>Different: %1 in %2 of %n tables; %3 automatic, %4 undecided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rejoin::Words</name>
    <message numerus="yes">
        <source>%n tables, readable</source>
        <translation>
            <numerusform>%n table, readable</numerusform>
            <numerusform>%n tables, readable</numerusform>
        </translation>
    </message>
</context>
</TS>
