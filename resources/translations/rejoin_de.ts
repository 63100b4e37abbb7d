<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Rejoin::AnswerCheck</name>
    <message>
        <source>Asking %1</source>
        <translation>%1 wird gefragt</translation>
    </message>
</context>
<context>
    <name>Rejoin::CellDetail</name>
    <message>
        <source>Set value</source>
        <translation>Wert setzen</translation>
    </message>
    <message>
        <source>NULL</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>Make the cell NULL</source>
        <translation>Zelle auf NULL setzen</translation>
    </message>
    <message>
        <source>Choose a cell to see all of it</source>
        <translation>Zelle wählen, um sie ganz zu sehen</translation>
    </message>
    <message>
        <source>no type</source>
        <translation>ohne Typ</translation>
    </message>
    <message>
        <source>Decided by row, not by cell</source>
        <translation>Zeilenweise zu entscheiden, nicht zellenweise</translation>
    </message>
    <message>
        <source>Masked: Show masked, above the rows, shows it and lets it be edited</source>
        <translation>Maskiert: „Maskierte zeigen“ über den Zeilen zeigt den Wert und lässt ihn bearbeiten</translation>
    </message>
    <message>
        <source>This is not a number, but the column holds numbers</source>
        <translation>Das ist keine Zahl, die Spalte enthält aber Zahlen</translation>
    </message>
    <message>
        <source>as text</source>
        <translation>als Text</translation>
    </message>
    <message>
        <source>as JSON</source>
        <translation>als JSON</translation>
    </message>
    <message>
        <source>in hex</source>
        <translation>hexadezimal</translation>
    </message>
    <message>
        <source>as picture</source>
        <translation>als Bild</translation>
    </message>
    <message>
        <source>How the cell is shown</source>
        <translation>Wie die Zelle gezeigt wird</translation>
    </message>
    <message>
        <source>as fits best</source>
        <translation>wie es am besten passt</translation>
    </message>
    <message>
        <source>Edit it as text first (F2)</source>
        <translation>Zuerst als Text bearbeiten (F2)</translation>
    </message>
    <message>
        <source>Take this text as the cell&apos;s value (Ctrl+Return)</source>
        <translation>Diesen Text als Wert der Zelle nehmen (Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>Rejoin::CellPane</name>
    <message>
        <source>… and %1 bytes more</source>
        <translation>… und %1 weitere Byte</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take the cell from %1</source>
        <translation>Zelle aus %1 übernehmen</translation>
    </message>
    <message>
        <source>Cell, %1</source>
        <translation>Zelle, %1</translation>
    </message>
    <message>
        <source>Cell as JSON, %1</source>
        <translation>Zelle als JSON, %1</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>maskiert</translation>
    </message>
    <message>
        <source>%1 · %2 bytes</source>
        <translation>%1 · %2 Byte</translation>
    </message>
    <message>
        <source>%1 · %2 chars</source>
        <translation>%1 · %2 Zeichen</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>%1, %2 × %3, %4 bytes</source>
        <translation>%1, %2 × %3, %4 Byte</translation>
    </message>
    <message>
        <source>Cell, %1: %2</source>
        <translation>Zelle, %1: %2</translation>
    </message>
</context>
<context>
    <name>Rejoin::ConflictsPanel</name>
    <message>
        <source>⚠ Constraints that the merged rows would break: %1</source>
        <translation>⚠ Constraints, die das Ergebnis verletzen würde: %1</translation>
    </message>
    <message>
        <source>Rows of the conflict</source>
        <translation>Zeilen des Konflikts</translation>
    </message>
    <message>
        <source>Constraint conflicts</source>
        <translation>Constraint-Konflikte</translation>
    </message>
    <message>
        <source>You can: %1</source>
        <translation>Möglich ist: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Bring back %1 as %2 has it</source>
        <translation>%1 wiederherstellen, Stand %2</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Leave %1 out of the merged rows</source>
        <translation>%1 im Ergebnis weglassen</translation>
    </message>
    <message>
        <source>Keep as the one</source>
        <translation>Als die eine behalten</translation>
    </message>
    <message>
        <source>They are one: keep %1, what refers to the others refers to it</source>
        <translation>Sie sind eine: %1 behalten; was auf die anderen verweist, verweist darauf</translation>
    </message>
</context>
<context>
    <name>Rejoin::ConnectPage</name>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Baseline: a restored backup or copy from the split (may be left empty)</source>
        <translation>Ausgangsstand: wiederhergestelltes Backup oder Kopie vom Zeitpunkt der Trennung (darf leer bleiben)</translation>
    </message>
    <message>
        <source>Apart &amp;since (UTC)</source>
        <translation>Getrennt &amp;seit (UTC)</translation>
    </message>
    <message>
        <source>Apart since, UTC</source>
        <translation>Getrennt seit, UTC</translation>
    </message>
    <message>
        <source>&amp;Project file</source>
        <translation>&amp;Projektdatei</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>Projektdatei</translation>
    </message>
    <message>
        <source>Choose the project file</source>
        <translation>Projektdatei wählen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Reach all databases and tell what is found; nothing is written</source>
        <translation>Alle Datenbanken ansprechen und zeigen, was gefunden wird; geschrieben wird nichts</translation>
    </message>
    <message>
        <source>“%1” is no time</source>
        <translation>„%1“ ist keine Zeitangabe</translation>
    </message>
    <message>
        <source>Write it as 2026-11-22 10:00</source>
        <translation>Schreibweise: 2026-11-22 10:00</translation>
    </message>
    <message>
        <source>A and B are the same database</source>
        <translation>A und B sind dieselbe Datenbank</translation>
    </message>
    <message>
        <source>Choose two different ones</source>
        <translation>Zwei verschiedene wählen</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>✓ They can be compared.</source>
        <translation>✓ Sie können verglichen werden.</translation>
    </message>
    <message>
        <source>✗ They cannot be compared like this.</source>
        <translation>✗ So können sie nicht verglichen werden.</translation>
    </message>
    <message>
        <source>Rejoin projects (*.rejoin)</source>
        <translation>Rejoin-Projekte (*.rejoin)</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Save and &amp;compare</source>
        <translation>Speichern und &amp;vergleichen</translation>
    </message>
</context>
<context>
    <name>Rejoin::CopyActions</name>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy rows with headers</source>
        <translation>Zeilen mit Überschriften kopieren</translation>
    </message>
    <message>
        <source>Copy rows as SQL</source>
        <translation>Zeilen als SQL kopieren</translation>
    </message>
    <message>
        <source>Copy rows as CSV</source>
        <translation>Zeilen als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy rows as JSON</source>
        <translation>Zeilen als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1 rows are too many for the clipboard, which takes %2. Save the report instead.</source>
        <translation>%1 Zeilen sind zu viele für die Zwischenablage, die %2 nimmt. Speichern Sie stattdessen den Bericht.</translation>
    </message>
    <message>
        <source>%1 has none of these rows</source>
        <translation>%1 hat keine dieser Zeilen</translation>
    </message>
    <message>
        <source>Copied %1 of %2</source>
        <translation>%1 von %2 kopiert</translation>
    </message>
</context>
<context>
    <name>Rejoin::DecisionActions</name>
    <message>
        <source>Take A</source>
        <translation>A nehmen</translation>
    </message>
    <message>
        <source>Take B</source>
        <translation>B nehmen</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Conflicts from A</source>
        <translation>Konflikte aus A</translation>
    </message>
    <message>
        <source>Conflicts from B</source>
        <translation>Konflikte aus B</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Accept suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Undecide</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Accept suggestion, go on</source>
        <translation>Vorschlag annehmen, weiter</translation>
    </message>
    <message>
        <source>It is undecided</source>
        <translation>Die Zeile ist offen</translation>
    </message>
    <message>
        <source>It is decided</source>
        <translation>Die Zeile ist entschieden</translation>
    </message>
    <message>
        <source>There is no suggestion: a person must decide</source>
        <translation>Kein Vorschlag: Das muss ein Mensch entscheiden</translation>
    </message>
    <message>
        <source>No cell conflicts</source>
        <translation>Keine Zelle steht im Konflikt</translation>
    </message>
    <message>
        <source>No row is selected</source>
        <translation>Keine Zeile ist ausgewählt</translation>
    </message>
    <message>
        <source>With what belongs to it</source>
        <translation>Mit allem, was dazugehört</translation>
    </message>
    <message>
        <source>Also what refers to it, such as the lines and payments of an order; a row with a conflict of its own stays as it is</source>
        <translation>Auch was darauf verweist, etwa Positionen und Zahlungen eines Auftrags; eine Zeile mit eigenem Konflikt bleibt, wie sie ist</translation>
    </message>
</context>
<context>
    <name>Rejoin::DeliverPage</name>
    <message>
        <source>+%1 inserts, ✎ %2 updates, −%3 deletes</source>
        <translation>+%1 Einfügungen, ✎ %2 Änderungen, −%3 Löschungen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>E&amp;xecute</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Erneut vergleichen</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Bundle: scripts, undo, checks, report, decisions and key map, for the change record</source>
        <translation>Paket: Skripte, Rücknahme, Prüfungen, Bericht, Entscheidungen und Schlüsselliste, für den Change</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Folder of the bundle</source>
        <translation>Ordner des Pakets</translation>
    </message>
    <message>
        <source>Choose the folder of the bundle</source>
        <translation>Ordner des Pakets wählen</translation>
    </message>
    <message>
        <source>Execute: writes the merge to the servers</source>
        <translation>Ausführen: schreibt die Zusammenführung auf die Server</translation>
    </message>
    <message>
        <source>Run the reviewed scripts, each in one transaction that proves every row first</source>
        <translation>Die geprüften Skripte ausführen, jedes in einer Transaktion, die zuvor jede Zeile prüft</translation>
    </message>
    <message>
        <source>Bring back, byte for byte, what this run changed</source>
        <translation>Byte für Byte wiederherstellen, was dieser Lauf geändert hat</translation>
    </message>
    <message>
        <source>Compare again what the merge touched</source>
        <translation>Erneut vergleichen, was die Zusammenführung berührt hat</translation>
    </message>
    <message>
        <source>I have seen that %1 will be deleted</source>
        <translation>Ich habe gesehen, dass gelöscht wird: %1</translation>
    </message>
    <message>
        <source>type %1 to confirm</source>
        <translation>zur Bestätigung %1 eintippen</translation>
    </message>
    <message>
        <source>Type %1 to confirm that the script may run there</source>
        <translation>%1 eintippen, um den Lauf des Skripts dort zu bestätigen</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>Nothing is reviewed. Only reviewed bytes can be exported and run.</source>
        <translation>Nichts ist geprüft. Nur geprüfte Bytes können exportiert und ausgeführt werden.</translation>
    </message>
    <message>
        <source>Both scripts have run.</source>
        <translation>Beide Skripte sind gelaufen.</translation>
    </message>
    <message>
        <source>Reviewed by %1. Each script stops and rolls back by itself if a row moved since.</source>
        <translation>Geprüft von %1. Jedes Skript hält an und rollt zurück, falls sich seither eine Zeile geändert hat.</translation>
    </message>
    <message>
        <source>Writing the bundle</source>
        <translation>Schreiben des Pakets</translation>
    </message>
    <message>
        <source>The bundle was not written. Nothing was executed.</source>
        <translation>Das Paket wurde nicht geschrieben. Nichts wurde ausgeführt.</translation>
    </message>
    <message>
        <source>Bundle written to %1; new keys: %2</source>
        <translation>Paket geschrieben nach %1; neue Schlüssel: %2</translation>
    </message>
    <message>
        <source>Its scripts are not those that were reviewed</source>
        <translation>Seine Skripte sind nicht die geprüften</translation>
    </message>
    <message>
        <source>Changed since it was reviewed. Nothing was executed.</source>
        <translation>Seit der Prüfung geändert. Nichts wurde ausgeführt.</translation>
    </message>
    <message>
        <source>%1: approve merge.sql with %2</source>
        <translation>%1: merge.sql freigeben mit %2</translation>
    </message>
    <message>
        <source>Executing</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>Rücknahme</translation>
    </message>
    <message>
        <source>Something else runs</source>
        <translation>Es läuft noch etwas anderes</translation>
    </message>
    <message>
        <source>Nothing was executed.</source>
        <translation>Nichts wurde ausgeführt.</translation>
    </message>
    <message numerus="yes">
        <source>%1: committed, %n statements</source>
        <translation>
            <numerusform>%1: committet, %n Anweisung</numerusform>
            <numerusform>%1: committet, %n Anweisungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: as it was before the run, %n statements</source>
        <translation>
            <numerusform>%1: wie vor dem Lauf, %n Anweisung</numerusform>
            <numerusform>%1: wie vor dem Lauf, %n Anweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone. Both servers are as they were before the run.</source>
        <translation>Zurückgenommen. Beide Server sind wie vor dem Lauf.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost while committing. Verify tells what became of it.</source>
        <translation>Die Verbindung zu %1 ging beim Commit verloren. Verifizieren zeigt, was daraus wurde.</translation>
    </message>
    <message>
        <source>%1 changed on %2 since the comparison. Nothing was executed. Compare again.</source>
        <translation>Seit dem Vergleich auf %2 geändert: %1. Nichts wurde ausgeführt. Erneut vergleichen.</translation>
    </message>
    <message>
        <source>All changes on %1 were rolled back.</source>
        <translation>Alle Änderungen auf %1 wurden zurückgerollt.</translation>
    </message>
    <message>
        <source>%1 committed; %2 was rolled back. Execute again for %2, or undo %1.</source>
        <translation>%1 ist committet, %2 wurde zurückgerollt. Für %2 erneut ausführen oder %1 zurücknehmen.</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Verifizierung</translation>
    </message>
    <message>
        <source>It could not be verified.</source>
        <translation>Die Verifizierung war nicht möglich.</translation>
    </message>
    <message>
        <source>%1 compared, all alike; the generators stand past the keys</source>
        <translation>%1 verglichen, alle gleich; die Generatoren stehen hinter den Schlüsseln</translation>
    </message>
    <message>
        <source>Converged. A and B are alike.</source>
        <translation>Abgeglichen. A und B stimmen überein.</translation>
    </message>
    <message>
        <source>Not converged: %1 unlike.</source>
        <translation>Nicht abgeglichen: %1 verschieden.</translation>
    </message>
    <message>
        <source>Undo the run on %1?</source>
        <translation>Lauf auf %1 zurücknehmen?</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>The undo scripts prove first that no row moved since; else they stop and change nothing.</source>
        <translation>Die Rücknahme-Skripte prüfen zuerst, dass sich keine Zeile geändert hat; sonst halten sie an und ändern nichts.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Undo the run of %1 on %2?</source>
        <translation>Lauf vom %1 auf %2 zurücknehmen?</translation>
    </message>
    <message>
        <source>The undo script of %1 proves first that no row moved since; else it stops and changes nothing.</source>
        <translation>Das Rücknahme-Skript aus %1 prüft zuerst, dass sich keine Zeile geändert hat; sonst hält es an und ändert nichts.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost while committing. Open the project again: it is asked then what became of it.</source>
        <translation>Die Verbindung zu %1 ging beim Commit verloren. Das Projekt erneut öffnen: Dann wird gefragt, was daraus wurde.</translation>
    </message>
    <message>
        <source>Not undone: nothing was changed on %1.</source>
        <translation>Nicht zurückgenommen: Auf %1 wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Undone. %1 is as it was before the run.</source>
        <translation>Zurückgenommen. %1 ist wie vor dem Lauf.</translation>
    </message>
    <message>
        <source>%1: planned %2, done %3</source>
        <translation>%1: geplant %2, ausgeführt %3</translation>
    </message>
    <message>
        <source>all tables</source>
        <translation>alle Tabellen</translation>
    </message>
    <message>
        <source>Ex&amp;port bundle</source>
        <translation>Bündel ex&amp;portieren</translation>
    </message>
    <message>
        <source>Re&amp;hearse</source>
        <translation>Pro&amp;ben</translation>
    </message>
    <message>
        <source>&amp;Undo this run</source>
        <translation>Diesen Lauf &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Ver&amp;ify</source>
        <translation>Nach&amp;prüfen</translation>
    </message>
    <message>
        <source>Run the reviewed scripts and roll them back: what they would do, table by table, what triggers add, and which locks they hold meanwhile</source>
        <translation>Die geprüften Skripte ausführen und zurückrollen: was sie Tabelle für Tabelle täten, was Trigger hinzufügen und welche Sperren sie dabei halten</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>The rehearsal failed, and was rolled back. Nothing was executed.</source>
        <translation>Die Probe schlug fehl und wurde zurückgerollt. Nichts wurde ausgeführt.</translation>
    </message>
    <message>
        <source>%1: rehearsed and rolled back, %2 s</source>
        <translation>%1: geprobt und zurückgerollt, %2 s</translation>
    </message>
    <message>
        <source>beyond the plan, as by a trigger: %1</source>
        <translation>über den Plan hinaus, etwa durch einen Trigger: %1</translation>
    </message>
    <message>
        <source>holds meanwhile: %1</source>
        <translation>hält dabei: %1</translation>
    </message>
    <message>
        <source>Rehearsed. Nothing was written: every change was rolled back.</source>
        <translation>Geprobt. Nichts wurde geschrieben: jede Änderung wurde zurückgerollt.</translation>
    </message>
    <message>
        <source>%1: no answer, and no longer waited for</source>
        <translation>%1: keine Antwort, es wird nicht mehr gewartet</translation>
    </message>
    <message>
        <source>It is not known whether the server has committed. Open the project again when it answers: it is asked then what became of it.</source>
        <translation>Es ist nicht bekannt, ob der Server festgeschrieben hat. Öffnen Sie das Projekt wieder, wenn er antwortet: dann wird er gefragt, was daraus wurde.</translation>
    </message>
</context>
<context>
    <name>Rejoin::DriversPanel</name>
    <message>
        <source>no driver: %1</source>
        <translation>kein Treiber: %1</translation>
    </message>
    <message>
        <source>none is set up</source>
        <translation>keine eingerichtet</translation>
    </message>
    <message>
        <source>Data sources</source>
        <translation>Datenquellen</translation>
    </message>
    <message>
        <source>ODBC drivers of this machine, and how to write a connection string:</source>
        <translation>ODBC-Treiber dieses Rechners und wie eine Verbindungszeichenfolge aussieht:</translation>
    </message>
    <message>
        <source>ODBC drivers of this machine</source>
        <translation>ODBC-Treiber dieses Rechners</translation>
    </message>
</context>
<context>
    <name>Rejoin::EngineWords</name>
    <message>
        <source>asked after a run of unknown end: the server %1 the merge</source>
        <translation>gefragt nach einem Lauf mit unbekanntem Ende: Der Server %1 die Zusammenführung</translation>
    </message>
    <message>
        <source>The rows stand neither as before the merge nor as after it: somebody changed them since</source>
        <translation>Die Zeilen stehen weder wie vor noch wie nach der Zusammenführung: Jemand hat sie seither geändert</translation>
    </message>
    <message>
        <source>%1 holds other bytes than those that were approved</source>
        <translation>%1 enthält andere Bytes als die freigegebenen</translation>
    </message>
    <message>
        <source>Write the bundle again and approve its new SHA-256</source>
        <translation>Paket neu schreiben und die neue SHA-256 freigeben</translation>
    </message>
    <message>
        <source>%1 is no UTF-8 text</source>
        <translation>%1 ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>the connection leads to the other server of this bundle</source>
        <translation>die Verbindung führt zum anderen Server dieses Pakets</translation>
    </message>
    <message>
        <source>Name the connection of %1</source>
        <translation>Die Verbindung von %1 angeben</translation>
    </message>
    <message>
        <source>another Rejoin works on this server, or what a killed one began is not over there</source>
        <translation>ein anderes Rejoin arbeitet auf diesem Server, oder was ein abgebrochenes begann, ist dort noch nicht zu Ende</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again when it is done</source>
        <translation>Nichts wurde geändert. Erneut versuchen, wenn es fertig ist</translation>
    </message>
    <message>
        <source>the server&apos;s words are left out: columns are masked</source>
        <translation>die Worte des Servers fehlen hier: Spalten sind maskiert</translation>
    </message>
    <message>
        <source>this is the SHA-256 of %1 for %2, not of %3</source>
        <translation>das ist die SHA-256 von %1 für %2, nicht von %3</translation>
    </message>
    <message>
        <source>the review is outdated: the script with that SHA-256 was %1, but another one stands in the bundle since</source>
        <translation>die Prüfung ist veraltet: Das Skript mit dieser SHA-256 war %1, seither steht ein anderes im Paket</translation>
    </message>
    <message>
        <source>Nothing was changed. Read what changed, and have the bundle approved: rejoin approve</source>
        <translation>Nichts wurde geändert. Änderungen lesen und das Paket freigeben lassen: rejoin approve</translation>
    </message>
    <message>
        <source>no %1 of this bundle has the approved SHA-256</source>
        <translation>kein %1 dieses Pakets hat die freigegebene SHA-256</translation>
    </message>
    <message>
        <source>%1 has the merge since %2 and %3 has not</source>
        <translation>%1 hat die Zusammenführung seit %2, %3 nicht</translation>
    </message>
    <message>
        <source>Finish it: %1. Or take it back: %2</source>
        <translation>Zu Ende führen: %1. Oder zurücknehmen: %2</translation>
    </message>
    <message>
        <source>rejoin %1 with a bundle for it</source>
        <translation>rejoin %1 mit einem Paket dafür</translation>
    </message>
    <message>
        <source>%1: compared now, the rows that got new keys would count as new ones and be merged twice</source>
        <translation>%1: Jetzt verglichen, gälten Zeilen mit neuem Schlüssel als neu und würden doppelt zusammengeführt</translation>
    </message>
    <message>
        <source>%1 has the merge, since %2 (%3 by %4 on %5)</source>
        <translation>%1 hat die Zusammenführung, seit %2 (%3 von %4 auf %5)</translation>
    </message>
    <message>
        <source>%1 is as before the merge, since %2 (%3 by %4 on %5)</source>
        <translation>%1 ist wie vor der Zusammenführung, seit %2 (%3 von %4 auf %5)</translation>
    </message>
    <message>
        <source>%1 was written to by a run whose end is not known, since %2 (%3 by %4 on %5)</source>
        <translation>auf %1 schrieb ein Lauf mit unbekanntem Ende, seit %2 (%3 von %4 auf %5)</translation>
    </message>
    <message>
        <source>the locks could not be asked for: %1</source>
        <translation>die Sperren waren nicht zu erfragen: %1</translation>
    </message>
    <message>
        <source>the table is not on this server</source>
        <translation>die Tabelle ist nicht auf diesem Server</translation>
    </message>
    <message>
        <source>the server keeps no count of the numbers it gives (it goes on from the highest key), so none can be set aside; the script stops where a number was taken meanwhile</source>
        <translation>der Server zählt seine Nummern nicht mit (er geht vom höchsten Schlüssel aus), deshalb lässt sich keine reservieren; das Skript hält an, wo inzwischen eine belegt wurde</translation>
    </message>
    <message>
        <source>the other server does not hold all of these back: reserve there, too</source>
        <translation>der andere Server hält nicht alle davon zurück: auch dort reservieren</translation>
    </message>
    <message>
        <source>only %1 of %2 could be taken for %3</source>
        <translation>nur %1 von %2 waren für %3 zu bekommen</translation>
    </message>
    <message>
        <source>Others take numbers as fast; run it again</source>
        <translation>Andere belegen Nummern ebenso schnell; erneut ausführen</translation>
    </message>
    <message>
        <source>the comparison is not finished</source>
        <translation>der Vergleich ist nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Compare first</source>
        <translation>Zuerst vergleichen</translation>
    </message>
    <message>
        <source>this is not the database that was compared</source>
        <translation>das ist nicht die verglichene Datenbank</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Erneut vergleichen</translation>
    </message>
    <message>
        <source>cancelled; what is reserved stays reserved</source>
        <translation>abgebrochen; Reserviertes bleibt reserviert</translation>
    </message>
    <message>
        <source>reserving numbers of %1</source>
        <translation>Nummern von %1 werden reserviert</translation>
    </message>
    <message>
        <source>%1 holds no statement</source>
        <translation>%1 enthält keine Anweisung</translation>
    </message>
    <message>
        <source>running %1 on %2</source>
        <translation>%1 läuft auf %2</translation>
    </message>
    <message>
        <source>committed on %1</source>
        <translation>committet auf %1</translation>
    </message>
    <message>
        <source>the connection was lost while %1 was being committed</source>
        <translation>die Verbindung ging beim Commit von %1 verloren</translation>
    </message>
    <message>
        <source>Run the same command again: it says &apos;already applied&apos; where the commit came through, and applies the script where it did not</source>
        <translation>Dasselbe erneut ausführen: Kam der Commit an, heißt es „already applied“; sonst läuft das Skript</translation>
    </message>
    <message>
        <source>%1 was committed, but its statement in line %2 failed after that</source>
        <translation>%1 ist committet, danach scheiterte aber seine Anweisung in Zeile %2</translation>
    </message>
    <message>
        <source>The rows are as the script leaves them: run the rest of it by hand</source>
        <translation>Die Zeilen sind, wie das Skript sie hinterlässt: den Rest von Hand ausführen</translation>
    </message>
    <message>
        <source>%1 rows moved since the comparison, among them %2</source>
        <translation>%1 Zeilen haben sich seit dem Vergleich geändert, darunter %2</translation>
    </message>
    <message>
        <source>stopped at the statement in line %1 of %2: %3</source>
        <translation>angehalten bei der Anweisung in Zeile %1 von %2: %3</translation>
    </message>
    <message>
        <source>Nothing was changed. Compare again: decisions of rows that did not move are kept</source>
        <translation>Nichts wurde geändert. Erneut vergleichen: Entscheidungen unveränderter Zeilen bleiben</translation>
    </message>
    <message>
        <source>Everything was rolled back; nothing was changed</source>
        <translation>Alles wurde zurückgerollt; nichts wurde geändert</translation>
    </message>
    <message>
        <source>the user lacks rights that %1 needs: %2</source>
        <translation>dem Benutzer fehlen Rechte, die %1 braucht: %2</translation>
    </message>
    <message>
        <source>Everything was rolled back; nothing was changed. Grant them, or apply as another user</source>
        <translation>Alles wurde zurückgerollt; nichts wurde geändert. Rechte erteilen oder als anderer Benutzer ausführen</translation>
    </message>
    <message>
        <source>cancelled; everything was rolled back, nothing was changed</source>
        <translation>abgebrochen; alles wurde zurückgerollt, nichts wurde geändert</translation>
    </message>
    <message>
        <source>there is no comparison to verify</source>
        <translation>es gibt keinen Vergleich zu verifizieren</translation>
    </message>
    <message>
        <source>verifying %1</source>
        <translation>%1 wird verifiziert</translation>
    </message>
    <message>
        <source>%1 rows are left as each server has them</source>
        <translation>%1 Zeilen bleiben, wie jeder Server sie hat</translation>
    </message>
    <message>
        <source>%1 on %2 gives %3 next, but %4 is taken</source>
        <translation>%1 auf %2 vergibt als Nächstes %3, aber %4 ist belegt</translation>
    </message>
    <message>
        <source>%1 is a folder, not %2</source>
        <translation>%1 ist ein Ordner, nicht %2</translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation>es gibt keine Datei %1</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Check the rights of the file</source>
        <translation>Rechte der Datei prüfen</translation>
    </message>
    <message>
        <source>%1 is %2, not %3</source>
        <translation>%1 ist %2, nicht %3</translation>
    </message>
    <message>
        <source>a project of Rejoin</source>
        <translation>ein Projekt von Rejoin</translation>
    </message>
    <message>
        <source>an SQLite file</source>
        <translation>eine SQLite-Datei</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>eine Binärdatei</translation>
    </message>
    <message>
        <source>Correct the file there</source>
        <translation>Die Datei dort berichtigen</translation>
    </message>
    <message>
        <source>Correct the file</source>
        <translation>Die Datei berichtigen</translation>
    </message>
    <message>
        <source>reading the catalogs of %1 and %2</source>
        <translation>Kataloge von %1 und %2 werden gelesen</translation>
    </message>
    <message>
        <source>reading the catalog of %1</source>
        <translation>Katalog von %1 wird gelesen</translation>
    </message>
    <message>
        <source>no table matches &apos;%1&apos;</source>
        <translation>keine Tabelle passt zu &apos;%1&apos;</translation>
    </message>
    <message>
        <source>neither A nor B has a table to compare</source>
        <translation>weder A noch B hat eine Tabelle zum Vergleichen</translation>
    </message>
    <message>
        <source>there is no comparison yet, so no rows are known</source>
        <translation>es gibt noch keinen Vergleich, deshalb sind keine Zeilen bekannt</translation>
    </message>
    <message>
        <source>Compare all tables first</source>
        <translation>Zuerst alle Tabellen vergleichen</translation>
    </message>
    <message>
        <source>not compared: %1</source>
        <translation>nicht verglichen: %1</translation>
    </message>
    <message>
        <source>the user of %1 lacks %2</source>
        <translation>dem Benutzer von %1 fehlt %2</translation>
    </message>
    <message>
        <source>Grant the rights, or leave the tables out of the project; the other tables are compared</source>
        <translation>Rechte erteilen oder die Tabellen aus dem Projekt nehmen; die übrigen werden verglichen</translation>
    </message>
    <message>
        <source>looking for rows that refer to colliding keys</source>
        <translation>Zeilen mit Verweis auf kollidierende Schlüssel werden gesucht</translation>
    </message>
    <message>
        <source>rows that refer to colliding keys were not all looked for: %1</source>
        <translation>nicht alle Zeilen mit Verweis auf kollidierende Schlüssel wurden gesucht: %1</translation>
    </message>
    <message>
        <source>looking for references that no foreign key declares</source>
        <translation>Verweise ohne Fremdschlüssel werden gesucht</translation>
    </message>
    <message>
        <source>equal on A and B under a key given after the split</source>
        <translation>auf A und B gleich, unter einem nach der Trennung vergebenen Schlüssel</translation>
    </message>
    <message>
        <source>1 row is %1: it could be two</source>
        <translation>1 Zeile ist %1: Es könnten zwei sein</translation>
    </message>
    <message>
        <source>%1 rows are %2: they could be two each</source>
        <translation>%1 Zeilen sind %2: Es könnten je zwei sein</translation>
    </message>
    <message>
        <source>cancelled before it was compared</source>
        <translation>abgebrochen, bevor verglichen war</translation>
    </message>
    <message>
        <source>cancelled; finished tables are kept</source>
        <translation>abgebrochen; fertige Tabellen bleiben</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>compare --resume goes on with the others</source>
        <translation>compare --resume fährt mit den übrigen fort</translation>
    </message>
    <message>
        <source>%1 only in %2, which no script writes: the servers have to fill it</source>
        <translation>%1 nur in %2; kein Skript schreibt sie: Die Server müssen sie füllen</translation>
    </message>
    <message>
        <source>1 row differs</source>
        <translation>1 Zeile weicht ab</translation>
    </message>
    <message>
        <source>%1 rows differ</source>
        <translation>%1 Zeilen weichen ab</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 differ only in %2, and nothing tells which is right: one decision for the column settles them (--table %3 --column %2 --take a or b)</source>
        <translation>%1 weichen nur in %2 ab, und nichts sagt, was stimmt: Eine Entscheidung für die Spalte klärt sie (--table %3 --column %2 --take a oder b)</translation>
    </message>
    <message>
        <source>back-fill: %1 changed only in %2, on %3; if it is not to go to %4, one decision for the column settles them (--table %5 --column %2 --take %6 --redecide)</source>
        <translation>Nachfüllung: %1 nur in %2 geändert, auf %3; soll das nicht nach %4, klärt es eine Entscheidung für die Spalte (--table %5 --column %2 --take %6 --redecide)</translation>
    </message>
    <message>
        <source>%1 of %2 have a value in %3, which %4 has no column for: %4 gets them without it</source>
        <translation>%1 von %2 haben einen Wert in %3, wofür %4 keine Spalte hat: %4 bekommt sie ohne ihn</translation>
    </message>
    <message>
        <source>%1 of %2 has a value in %3, which %4 has no column for: %4 gets them without it</source>
        <translation>%1 von %2 hat einen Wert in %3, wofür %4 keine Spalte hat: %4 bekommt sie ohne ihn</translation>
    </message>
    <message>
        <source>%1 of %2 changed in %3, which was dropped on %4, so that %4 does not get it: %5</source>
        <translation>%1 von %2 geändert in %3; die Spalte ist auf %4 entfallen, deshalb bekommt %4 das nicht: %5</translation>
    </message>
    <message>
        <source>the temporary file %1 cannot be used</source>
        <translation>die temporäre Datei %1 ist nicht verwendbar</translation>
    </message>
    <message>
        <source>Make room in the folder for temporary files</source>
        <translation>Platz im Ordner für temporäre Dateien schaffen</translation>
    </message>
    <message>
        <source>a temporary file cannot be made: %1</source>
        <translation>eine temporäre Datei kann nicht angelegt werden: %1</translation>
    </message>
    <message>
        <source>a row on %1 has no value in its key: %2</source>
        <translation>eine Zeile auf %1 hat keinen Wert im Schlüssel: %2</translation>
    </message>
    <message>
        <source>Choose a key whose columns are never NULL</source>
        <translation>Einen Schlüssel wählen, dessen Spalten nie NULL sind</translation>
    </message>
    <message>
        <source>two rows on %1 have one key: %2</source>
        <translation>zwei Zeilen auf %1 haben denselben Schlüssel: %2</translation>
    </message>
    <message>
        <source>Choose a key that tells the rows apart</source>
        <translation>Einen Schlüssel wählen, der die Zeilen unterscheidet</translation>
    </message>
    <message>
        <source>%1 of %2 rows on %3 have no key of their own (NULL, or a key that another row has)</source>
        <translation>%1 von %2 Zeilen auf %3 haben keinen eigenen Schlüssel (NULL oder den einer anderen Zeile)</translation>
    </message>
    <message>
        <source>texts in it name keys of %1</source>
        <translation>Texte darin nennen Schlüssel von %1</translation>
    </message>
    <message>
        <source>named like %1</source>
        <translation>benannt wie %1</translation>
    </message>
    <message>
        <source>of its type, %1</source>
        <translation>von seinem Typ, %1</translation>
    </message>
    <message>
        <source>%1 of %2 values looked at are keys there</source>
        <translation>%1 von %2 betrachteten Werten sind dort Schlüssel</translation>
    </message>
    <message>
        <source>1 of them names two rows, of which one gets a new key</source>
        <translation>1 davon benennt zwei Zeilen, deren eine einen neuen Schlüssel bekommt</translation>
    </message>
    <message>
        <source>%1 of them name two rows each, of which one gets a new key</source>
        <translation>%1 davon benennen je zwei Zeilen, deren eine einen neuen Schlüssel bekommt</translation>
    </message>
    <message>
        <source>the condition &quot;%1&quot; cannot be used: %2</source>
        <translation>die Bedingung &quot;%1&quot; ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>Correct it under &quot;where&quot; in the project</source>
        <translation>Im Projekt unter &quot;where&quot; berichtigen</translation>
    </message>
    <message>
        <source>the server does not take the condition &quot;%1&quot;</source>
        <translation>der Server nimmt die Bedingung &quot;%1&quot; nicht an</translation>
    </message>
    <message>
        <source>Correct it under &quot;where&quot; in the project; columns are named as on that server, and without the table&apos;s name</source>
        <translation>Im Projekt unter &quot;where&quot; berichtigen; Spalten heißen wie auf diesem Server, ohne Tabellennamen</translation>
    </message>
    <message>
        <source>A and B are the same database: %1</source>
        <translation>A und B sind dieselbe Datenbank: %1</translation>
    </message>
    <message>
        <source>Name two databases that drifted apart</source>
        <translation>Zwei Datenbanken nennen, die auseinanderliefen</translation>
    </message>
    <message>
        <source>rows that are equal only by a rule that was asked for: %1</source>
        <translation>Zeilen, die nur nach einer gewünschten Regel gleich sind: %1</translation>
    </message>
    <message>
        <source>only the rows that %1 lists were compared, without %2</source>
        <translation>nur die Zeilen, die %1 aufführt, wurden verglichen, ohne %2</translation>
    </message>
    <message>
        <source>comparing %1</source>
        <translation>%1 wird verglichen</translation>
    </message>
    <message>
        <source>the reserved numbers of %1 were used</source>
        <translation>die reservierten Nummern von %1 wurden verwendet</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>a &apos;%1&apos; is not closed</source>
        <translation>ein &apos;%1&apos; ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a quote (%1) is not closed</source>
        <translation>ein Anführungszeichen (%1) ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a &apos;%1&apos; closes nothing</source>
        <translation>ein &apos;%1&apos; schließt nichts</translation>
    </message>
    <message>
        <source>it holds a comment (%1)</source>
        <translation>sie enthält einen Kommentar (%1)</translation>
    </message>
    <message>
        <source>it holds a &apos;;&apos;, which ends a statement</source>
        <translation>sie enthält ein &apos;;&apos;, das eine Anweisung beendet</translation>
    </message>
    <message>
        <source>it holds a backslash outside of quotes</source>
        <translation>sie enthält einen Backslash außerhalb von Anführungszeichen</translation>
    </message>
    <message>
        <source>it holds a &apos;%1&apos; outside of quotes, which ODBC drivers take for a sign of their own</source>
        <translation>sie enthält ein &apos;%1&apos; außerhalb von Anführungszeichen, das ODBC-Treiber für ein eigenes Zeichen halten</translation>
    </message>
    <message>
        <source>no version in its history ended before the split, so that older ones may have been deleted</source>
        <translation>keine Version der Historie endete vor der Trennung; ältere können gelöscht sein</translation>
    </message>
    <message>
        <source>no version in its history ended before the split, so that some may have been deleted</source>
        <translation>keine Version der Historie endete vor der Trennung; einige können gelöscht sein</translation>
    </message>
    <message>
        <source>the partitions of its history start at %1, after the split</source>
        <translation>die Partitionen der Historie beginnen bei %1, nach der Trennung</translation>
    </message>
    <message>
        <source>%1 keeps no versions of the table (WITH SYSTEM VERSIONING)</source>
        <translation>%1 führt keine Versionen der Tabelle (WITH SYSTEM VERSIONING)</translation>
    </message>
    <message>
        <source>%1 keeps versions of the table that begin after the split</source>
        <translation>%1 führt Versionen der Tabelle, die nach der Trennung beginnen</translation>
    </message>
    <message>
        <source>rows moved since the comparison</source>
        <translation>Zeilen haben sich seit dem Vergleich geändert</translation>
    </message>
    <message>
        <source>another row has a unique value that the script writes</source>
        <translation>eine andere Zeile hat einen eindeutigen Wert, den das Skript schreibt</translation>
    </message>
    <message>
        <source>another session holds a lock on a row or table of the script</source>
        <translation>eine andere Sitzung hält eine Sperre auf einer Zeile oder Tabelle des Skripts</translation>
    </message>
    <message>
        <source>Run it again when that session is done</source>
        <translation>Erneut ausführen, wenn jene Sitzung fertig ist</translation>
    </message>
    <message>
        <source>the script and another session waited for each other&apos;s locks</source>
        <translation>das Skript und eine andere Sitzung warteten gegenseitig auf ihre Sperren</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>a statement of the script took longer than ten minutes</source>
        <translation>eine Anweisung des Skripts dauerte länger als zehn Minuten</translation>
    </message>
    <message>
        <source>%1 keeps no versions of its rows</source>
        <translation>%1 führt keine Versionen seiner Zeilen</translation>
    </message>
    <message>
        <source>%1 keeps no such list of changes</source>
        <translation>%1 führt keine solche Änderungsliste</translation>
    </message>
    <message>
        <source>it is a virtual table</source>
        <translation>sie ist eine virtuelle Tabelle</translation>
    </message>
    <message>
        <source>row-level security may hide rows of it from this user</source>
        <translation>Row-Level-Security kann Zeilen vor diesem Benutzer verbergen</translation>
    </message>
    <message>
        <source>the baseline&apos;s table cannot be read: %1</source>
        <translation>die Tabelle des Ausgangsstands ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The baseline has no such table, so every row counts as inserted since the split.</source>
        <translation>Der Ausgangsstand hat keine solche Tabelle, deshalb gilt jede Zeile als seit der Trennung eingefügt.</translation>
    </message>
    <message>
        <source>there is no checkpoint %1</source>
        <translation>es gibt keinen Checkpoint %1</translation>
    </message>
    <message>
        <source>Take one with rejoin checkpoint</source>
        <translation>Einen anlegen mit rejoin checkpoint</translation>
    </message>
    <message>
        <source>%1 is a folder, not a checkpoint</source>
        <translation>%1 ist ein Ordner, kein Checkpoint</translation>
    </message>
    <message>
        <source>%1 is not a checkpoint of Rejoin</source>
        <translation>%1 ist kein Checkpoint von Rejoin</translation>
    </message>
    <message>
        <source>the checkpoint %1 is not finished or is cut off</source>
        <translation>der Checkpoint %1 ist unfertig oder abgeschnitten</translation>
    </message>
    <message>
        <source>the checkpoint %1 is damaged: %2</source>
        <translation>der Checkpoint %1 ist beschädigt: %2</translation>
    </message>
    <message>
        <source>It tells who changed, inserted or deleted a row, and no old values: cells cannot be merged.</source>
        <translation>Er belegt, wer eine Zeile geändert, eingefügt oder gelöscht hat, und keine alten Werte: Zellen lassen sich nicht zusammenführen.</translation>
    </message>
    <message>
        <source>The checkpoint has no such table, so every row counts as inserted since the split.</source>
        <translation>Der Checkpoint hat keine solche Tabelle, deshalb gilt jede Zeile als seit der Trennung eingefügt.</translation>
    </message>
    <message>
        <source>recording %1</source>
        <translation>%1 wird aufgenommen</translation>
    </message>
    <message>
        <source>%1 keeps no commit timestamps</source>
        <translation>%1 führt keine Commit-Zeitstempel</translation>
    </message>
    <message>
        <source>%1 does not keep commit timestamps (track_commit_timestamp)</source>
        <translation>%1 führt keine Commit-Zeitstempel (track_commit_timestamp)</translation>
    </message>
    <message>
        <source>%1 keeps commit timestamps since %2 only, after the split</source>
        <translation>%1 führt Commit-Zeitstempel erst seit %2, nach der Trennung</translation>
    </message>
    <message>
        <source>Commit timestamps tell who inserted or updated a row; not who deleted one, and no old values.</source>
        <translation>Commit-Zeitstempel belegen, wer eine Zeile eingefügt oder geändert hat; nicht, wer eine gelöscht hat, und keine alten Werte.</translation>
    </message>
    <message>
        <source>If every write sets %1, choose it: &quot;evidence&quot;: [&quot;%2=timestamp:%1&quot;] in the project.</source>
        <translation>Setzt jeder Schreibvorgang %1, diese Spalte wählen: &quot;evidence&quot;: [&quot;%2=timestamp:%1&quot;] im Projekt.</translation>
    </message>
    <message>
        <source>The evidence that the project names cannot be used: %1.</source>
        <translation>Der im Projekt genannte Nachweis ist nicht verwendbar: %1.</translation>
    </message>
    <message>
        <source>there is no baseline, so nothing tells who changed a row</source>
        <translation>es gibt keinen Ausgangsstand, deshalb ist nicht zu erkennen, wer eine Zeile geändert hat</translation>
    </message>
    <message>
        <source>the project names no baseline</source>
        <translation>das Projekt nennt keinen Ausgangsstand</translation>
    </message>
    <message>
        <source>the project names a baseline database, which tells more</source>
        <translation>das Projekt nennt eine Ausgangsdatenbank, die mehr belegt</translation>
    </message>
    <message>
        <source>the project names no baseline database</source>
        <translation>das Projekt nennt keine Ausgangsdatenbank</translation>
    </message>
    <message>
        <source>the project names no checkpoint</source>
        <translation>das Projekt nennt keinen Checkpoint</translation>
    </message>
    <message>
        <source>it is not given since when the servers are apart</source>
        <translation>es ist nicht angegeben, seit wann die Server getrennt sind</translation>
    </message>
    <message>
        <source>the table has no key</source>
        <translation>die Tabelle hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>The person chose to use none.</source>
        <translation>Auf Wunsch wird keiner verwendet.</translation>
    </message>
    <message>
        <source>%1 keeps no versions of the table</source>
        <translation>%1 führt keine Versionen der Tabelle</translation>
    </message>
    <message>
        <source>%1 keeps no such list of the table&apos;s changes</source>
        <translation>%1 führt keine solche Änderungsliste der Tabelle</translation>
    </message>
    <message>
        <source>no column looks like the time of the last write</source>
        <translation>keine Spalte sieht nach der Zeit des letzten Schreibens aus</translation>
    </message>
    <message>
        <source>there is no column %1</source>
        <translation>es gibt keine Spalte %1</translation>
    </message>
    <message>
        <source>%1 is not a column of both servers that can be read</source>
        <translation>%1 ist keine auf beiden Servern lesbare Spalte</translation>
    </message>
    <message>
        <source>the key is not generated by the servers</source>
        <translation>den Schlüssel vergeben nicht die Server</translation>
    </message>
    <message>
        <source>Rows above %1 %2 were inserted since the split; of rows up to it nothing tells who updated or deleted them.</source>
        <translation>Zeilen über %1 %2 wurden seit der Trennung eingefügt; bei Zeilen bis dahin ist nicht zu erkennen, wer sie geändert oder gelöscht hat.</translation>
    </message>
    <message>
        <source>A row version tells who inserted or updated a row; not who deleted one, and no old values.</source>
        <translation>Eine Zeilenversion belegt, wer eine Zeile eingefügt oder geändert hat; nicht, wer eine gelöscht hat, und keine alten Werte.</translation>
    </message>
    <message>
        <source>Change data capture tells who inserted, updated or deleted a row, and no old values.</source>
        <translation>Change Data Capture belegt, wer eine Zeile eingefügt, geändert oder gelöscht hat, und keine alten Werte.</translation>
    </message>
    <message>
        <source>Change tracking tells who inserted, updated or deleted a row, and no old values; a row that was deleted and entered again counts as inserted.</source>
        <translation>Change Tracking belegt, wer eine Zeile eingefügt, geändert oder gelöscht hat, und keine alten Werte; eine gelöschte und neu angelegte Zeile gilt als eingefügt.</translation>
    </message>
    <message>
        <source>baseline database</source>
        <translation>Ausgangsdatenbank</translation>
    </message>
    <message>
        <source>baseline · %1</source>
        <translation>Ausgangsstand · %1</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>checkpoint, hashes only</source>
        <translation>Checkpoint, nur Hashes</translation>
    </message>
    <message>
        <source>system versions</source>
        <translation>Systemversionierung</translation>
    </message>
    <message>
        <source>change data capture</source>
        <translation>Change Data Capture</translation>
    </message>
    <message>
        <source>change tracking</source>
        <translation>Change Tracking</translation>
    </message>
    <message>
        <source>row version</source>
        <translation>Zeilenversion</translation>
    </message>
    <message>
        <source>commit timestamps</source>
        <translation>Commit-Zeitstempel</translation>
    </message>
    <message>
        <source>timestamp column</source>
        <translation>Zeitstempelspalte</translation>
    </message>
    <message>
        <source>highest key</source>
        <translation>höchster Schlüssel</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>the row with the highest key that A and B share: %1 of %2; the servers parted after</source>
        <translation>die Zeile mit dem höchsten gemeinsamen Schlüssel von A und B: %1 von %2; die Server trennten sich danach</translation>
    </message>
    <message>
        <source>the first row that was written apart: %1 of %2 on %3; the servers parted before</source>
        <translation>die erste getrennt geschriebene Zeile: %1 von %2 auf %3; die Server trennten sich davor</translation>
    </message>
    <message>
        <source>the checkpoint was taken on %1</source>
        <translation>der Checkpoint stammt von %1</translation>
    </message>
    <message>
        <source>On %1 %2: of a row that has no version at the split it cannot tell whether it was inserted since.</source>
        <translation>Auf %1 %2: Bei einer Zeile ohne Version zum Zeitpunkt der Trennung ist nicht zu erkennen, ob sie seither eingefügt wurde.</translation>
    </message>
    <message>
        <source>%1 tells who inserted or updated a row, as far as every write sets it; not who deleted one, and no old values.</source>
        <translation>%1 belegt, wer eine Zeile eingefügt oder geändert hat, soweit jeder Schreibvorgang sie setzt; nicht, wer eine gelöscht hat, und keine alten Werte.</translation>
    </message>
    <message>
        <source>%1 to %2 UTC</source>
        <translation>%1 bis %2 UTC</translation>
    </message>
    <message>
        <source>those that differed before</source>
        <translation>die schon vorher verschiedenen</translation>
    </message>
    <message>
        <source>those that were deleted</source>
        <translation>die gelöschten</translation>
    </message>
    <message>
        <source>%1 %2 is in %3 rows of %4: %5</source>
        <translation>%1 %2 steht in %3 Zeilen von %4: %5</translation>
    </message>
    <message>
        <source>treat them as one row: keep one, what refers to the other refers to it</source>
        <translation>als eine Zeile behandeln: eine behalten, und was auf die andere verweist, verweist darauf</translation>
    </message>
    <message>
        <source>give one another value of %1, by hand or by a rule that renumbers</source>
        <translation>einer einen anderen Wert in %1 geben, von Hand oder durch eine Regel, die neu nummeriert</translation>
    </message>
    <message>
        <source>delete one</source>
        <translation>eine löschen</translation>
    </message>
    <message>
        <source>%1 refers to %2 %3 %4, which the merged state does not have</source>
        <translation>%1 verweist auf %2 %3 %4; im Ergebnis gibt es das nicht</translation>
    </message>
    <message>
        <source>bring the row of %1 back</source>
        <translation>die Zeile von %1 wiederherstellen</translation>
    </message>
    <message>
        <source>delete the row of %1</source>
        <translation>die Zeile von %1 löschen</translation>
    </message>
    <message>
        <source>refer to another row: set %1</source>
        <translation>auf eine andere Zeile verweisen: %1 setzen</translation>
    </message>
    <message>
        <source>%1: %2 is NULL, which %3 does not take</source>
        <translation>%1: %2 ist NULL, was %3 nicht annimmt</translation>
    </message>
    <message>
        <source>%1: %2 has %3 characters, %4 takes %5</source>
        <translation>%1: %2 hat %3 Zeichen, %4 nimmt %5</translation>
    </message>
    <message>
        <source>%1: %2 is %3, its type on %4</source>
        <translation>%1: %2 ist %3, sein Typ auf %4</translation>
    </message>
    <message>
        <source>give %1 another value</source>
        <translation>%1 einen anderen Wert geben</translation>
    </message>
    <message>
        <source>take another version of the row</source>
        <translation>eine andere Version der Zeile übernehmen</translation>
    </message>
    <message>
        <source>delete the row</source>
        <translation>die Zeile löschen</translation>
    </message>
    <message>
        <source>both changes</source>
        <translation>beide Änderungen</translation>
    </message>
    <message>
        <source>keep both, %1 moves</source>
        <translation>beide behalten, %1 weicht aus</translation>
    </message>
    <message>
        <source>keep both, %1 moves, its %2 becomes %3</source>
        <translation>beide behalten, %1 weicht aus, %2 wird %3</translation>
    </message>
    <message>
        <source>take A</source>
        <translation>A übernehmen</translation>
    </message>
    <message>
        <source>take B</source>
        <translation>B übernehmen</translation>
    </message>
    <message>
        <source>take the baseline</source>
        <translation>Ausgangsstand übernehmen</translation>
    </message>
    <message>
        <source>take baseline</source>
        <translation>Ausgangsstand übernehmen</translation>
    </message>
    <message>
        <source>unresolved</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>auslassen</translation>
    </message>
    <message>
        <source>same as %1</source>
        <translation>dieselbe wie %1</translation>
    </message>
    <message>
        <source>A&apos;s is the same as %1</source>
        <translation>die von A ist dieselbe wie %1</translation>
    </message>
    <message>
        <source>B&apos;s is the same as %1</source>
        <translation>die von B ist dieselbe wie %1</translation>
    </message>
    <message>
        <source>the same as %1</source>
        <translation>dieselbe wie %1</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>suggestion accepted</source>
        <translation>Vorschlag angenommen</translation>
    </message>
    <message>
        <source>person</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>other rows refer to it</source>
        <translation>andere Zeilen verweisen darauf</translation>
    </message>
    <message>
        <source>belongs to a row that is two rows</source>
        <translation>gehört zu einer Zeile, die zwei Zeilen ist</translation>
    </message>
    <message>
        <source>belongs to a row whose key names two rows</source>
        <translation>gehört zu einer Zeile, deren Schlüssel zwei Zeilen benennt</translation>
    </message>
    <message>
        <source>the same on both, and what it belongs to is one row</source>
        <translation>auf beiden gleich, und wozu sie gehört, ist eine Zeile</translation>
    </message>
    <message>
        <source>both cannot stay: what the key refers to is one row</source>
        <translation>beide können nicht bleiben: Worauf der Schlüssel verweist, ist eine Zeile</translation>
    </message>
    <message>
        <source>a key in it names two rows, so A and B differ</source>
        <translation>ein Schlüssel darin benennt zwei Zeilen, deshalb weichen A und B ab</translation>
    </message>
    <message>
        <source>%1 rows are not decided</source>
        <translation>%1 Zeilen sind nicht entschieden</translation>
    </message>
    <message>
        <source>1 row is not decided</source>
        <translation>1 Zeile ist nicht entschieden</translation>
    </message>
    <message>
        <source>no order of operations gets %1 past the constraints</source>
        <translation>keine Reihenfolge der Operationen bringt %1 an den Constraints vorbei</translation>
    </message>
    <message>
        <source>rows refer to it by columns that are not its key</source>
        <translation>Zeilen verweisen über Spalten darauf, die nicht ihr Schlüssel sind</translation>
    </message>
    <message>
        <source>cancelled, nothing was decided</source>
        <translation>abgebrochen, nichts wurde entschieden</translation>
    </message>
    <message>
        <source>decided with the row that it belongs to</source>
        <translation>entschieden mit der Zeile, zu der sie gehört</translation>
    </message>
    <message>
        <source>%1 for %2 rows</source>
        <translation>%1 für %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 for 1 row</source>
        <translation>%1 für 1 Zeile</translation>
    </message>
    <message>
        <source>rule &quot;%1&quot;</source>
        <translation>Regel &quot;%1&quot;</translation>
    </message>
    <message>
        <source>rule &quot;%1&quot;: the clocks of A and B were not compared; times were taken as they are</source>
        <translation>Regel &quot;%1&quot;: Die Uhren von A und B wurden nicht verglichen; die Zeiten gelten, wie sie sind</translation>
    </message>
    <message>
        <source>rule &quot;%1&quot;: the clocks of A and B differ by %2 s</source>
        <translation>Regel &quot;%1&quot;: Die Uhren von A und B weichen um %2 s ab</translation>
    </message>
    <message>
        <source>accept suggestions</source>
        <translation>Vorschläge angenommen</translation>
    </message>
    <message>
        <source>only a whole row is decided with what belongs to it</source>
        <translation>nur eine ganze Zeile wird mit allem, was dazugehört, entschieden</translation>
    </message>
    <message>
        <source>Take one version of it, delete it or skip it</source>
        <translation>Eine Version übernehmen, löschen oder auslassen</translation>
    </message>
    <message>
        <source>take decisions back</source>
        <translation>Entscheidungen zurückgenommen</translation>
    </message>
    <message>
        <source>took back: %1</source>
        <translation>rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>made again: %1</source>
        <translation>wiederholt: %1</translation>
    </message>
    <message>
        <source>inserted on %1, %2 unchanged since the baseline</source>
        <translation>eingefügt auf %1, %2 unverändert seit dem Ausgangsstand</translation>
    </message>
    <message>
        <source>updated on %1, %2 unchanged since the baseline</source>
        <translation>geändert auf %1, %2 unverändert seit dem Ausgangsstand</translation>
    </message>
    <message>
        <source>deleted on %1, %2 unchanged since the baseline</source>
        <translation>gelöscht auf %1, %2 unverändert seit dem Ausgangsstand</translation>
    </message>
    <message>
        <source>inserted on %1, %2 unchanged since the split</source>
        <translation>eingefügt auf %1, %2 unverändert seit der Trennung</translation>
    </message>
    <message>
        <source>updated on %1, %2 unchanged since the split</source>
        <translation>geändert auf %1, %2 unverändert seit der Trennung</translation>
    </message>
    <message>
        <source>deleted on %1, %2 unchanged since the split</source>
        <translation>gelöscht auf %1, %2 unverändert seit der Trennung</translation>
    </message>
    <message>
        <source>inserted or updated on %1, %2 unchanged since the split</source>
        <translation>eingefügt oder geändert auf %1, %2 unverändert seit der Trennung</translation>
    </message>
    <message>
        <source>deleted on both</source>
        <translation>auf beiden gelöscht</translation>
    </message>
    <message>
        <source>the same on both</source>
        <translation>auf beiden gleich</translation>
    </message>
    <message>
        <source>A and B changed different columns</source>
        <translation>A und B haben verschiedene Spalten geändert</translation>
    </message>
    <message>
        <source>one key was given to two different rows</source>
        <translation>ein Schlüssel wurde an zwei verschiedene Zeilen vergeben</translation>
    </message>
    <message>
        <source>%1 is part of the key</source>
        <translation>%1 ist Teil des Schlüssels</translation>
    </message>
    <message>
        <source>%1 is computed by the server</source>
        <translation>%1 berechnet der Server</translation>
    </message>
    <message>
        <source>%1 is a column that no script writes</source>
        <translation>%1 ist eine Spalte, die kein Skript schreibt</translation>
    </message>
    <message>
        <source>there is no such row in the baseline</source>
        <translation>im Ausgangsstand gibt es keine solche Zeile</translation>
    </message>
    <message>
        <source>there is no such row in %1</source>
        <translation>in %1 gibt es keine solche Zeile</translation>
    </message>
    <message>
        <source>neither A nor B has the row</source>
        <translation>weder A noch B hat die Zeile</translation>
    </message>
    <message>
        <source>%1 is given out by the server</source>
        <translation>%1 vergibt der Server</translation>
    </message>
    <message>
        <source>only rows that were inserted on both servers under one key can both be kept</source>
        <translation>nur unter einem Schlüssel auf beiden Servern eingefügte Zeilen können beide bleiben</translation>
    </message>
    <message>
        <source>there is no row on both servers</source>
        <translation>es gibt keine Zeile auf beiden Servern</translation>
    </message>
    <message>
        <source>a row cannot be joined with itself</source>
        <translation>eine Zeile kann nicht mit sich selbst vereint werden</translation>
    </message>
    <message>
        <source>only a row that was inserted after the split can be joined with another</source>
        <translation>nur eine nach der Trennung eingefügte Zeile kann mit einer anderen vereint werden</translation>
    </message>
    <message>
        <source>its key names two rows: say whose is meant, A&apos;s or B&apos;s</source>
        <translation>ihr Schlüssel benennt zwei Zeilen: sagen, welche gemeint ist, die von A oder von B</translation>
    </message>
    <message>
        <source>its key names one row</source>
        <translation>ihr Schlüssel benennt eine Zeile</translation>
    </message>
    <message>
        <source>the baseline of this row is not known</source>
        <translation>der Ausgangsstand dieser Zeile ist nicht bekannt</translation>
    </message>
    <message>
        <source>the connection string is empty</source>
        <translation>die Verbindungszeichenfolge ist leer</translation>
    </message>
    <message>
        <source>part %1 of the connection string has no &apos;=&apos;</source>
        <translation>Teil %1 der Verbindungszeichenfolge hat kein &apos;=&apos;</translation>
    </message>
    <message>
        <source>part %1 of the connection string has no attribute name before &apos;=&apos;</source>
        <translation>Teil %1 der Verbindungszeichenfolge hat keinen Namen vor dem &apos;=&apos;</translation>
    </message>
    <message>
        <source>the value of %1 has no closing brace</source>
        <translation>dem Wert von %1 fehlt die schließende Klammer</translation>
    </message>
    <message>
        <source>there is text after the closing brace of %1</source>
        <translation>hinter der schließenden Klammer von %1 steht noch Text</translation>
    </message>
    <message>
        <source>Write it as Driver={SQLite3};Database=/path/to/file</source>
        <translation>Schreibweise: Driver={SQLite3};Database=/pfad/zur/datei</translation>
    </message>
    <message>
        <source>the environment variable %1, which holds %2, is not set</source>
        <translation>die Umgebungsvariable %1 mit %2 ist nicht gesetzt</translation>
    </message>
    <message>
        <source>Set it, or give the password in another way</source>
        <translation>Setzen oder das Kennwort anders angeben</translation>
    </message>
    <message>
        <source>no database file is named</source>
        <translation>keine Datenbankdatei angegeben</translation>
    </message>
    <message>
        <source>Add Database=/path/to/file</source>
        <translation>Database=/pfad/zur/datei ergänzen</translation>
    </message>
    <message>
        <source>Check the path</source>
        <translation>Pfad prüfen</translation>
    </message>
    <message>
        <source>%1 is a folder, not an SQLite database</source>
        <translation>%1 ist ein Ordner, keine SQLite-Datenbank</translation>
    </message>
    <message>
        <source>Name the file in it</source>
        <translation>Die Datei darin nennen</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is not an SQLite database</source>
        <translation>%1 ist keine SQLite-Datenbank</translation>
    </message>
    <message>
        <source>the server refused a statement</source>
        <translation>der Server wies eine Anweisung ab</translation>
    </message>
    <message>
        <source>rows cannot be read</source>
        <translation>Zeilen können nicht gelesen werden</translation>
    </message>
    <message>
        <source>the ODBC driver %1 is not installed</source>
        <translation>der ODBC-Treiber %1 ist nicht installiert</translation>
    </message>
    <message>
        <source>Install it</source>
        <translation>Ihn installieren</translation>
    </message>
    <message>
        <source>Install it (%1)</source>
        <translation>Ihn installieren (%1)</translation>
    </message>
    <message>
        <source>Install it (%1), or use one of these: %2</source>
        <translation>Ihn installieren (%1) oder einen von diesen nehmen: %2</translation>
    </message>
    <message>
        <source>Install it, or use one of these: %1</source>
        <translation>Ihn installieren oder einen von diesen nehmen: %1</translation>
    </message>
    <message>
        <source>the connection string names neither a driver nor a data source</source>
        <translation>die Verbindungszeichenfolge nennt weder Treiber noch Datenquelle</translation>
    </message>
    <message>
        <source>Begin it with Driver={…} or DSN=…</source>
        <translation>Am Anfang: Driver={…} oder DSN=…</translation>
    </message>
    <message>
        <source>there is no ODBC data source %1</source>
        <translation>es gibt keine ODBC-Datenquelle %1</translation>
    </message>
    <message>
        <source>None is set up: use Driver={…}</source>
        <translation>Keine ist eingerichtet: Driver={…} verwenden</translation>
    </message>
    <message>
        <source>There are: %1</source>
        <translation>Es gibt: %1</translation>
    </message>
    <message>
        <source>no connection to %1</source>
        <translation>keine Verbindung zu %1</translation>
    </message>
    <message>
        <source>the login to %1 was refused</source>
        <translation>die Anmeldung an %1 wurde abgewiesen</translation>
    </message>
    <message>
        <source>Check the user name and the password</source>
        <translation>Benutzername und Kennwort prüfen</translation>
    </message>
    <message>
        <source>the server is a %1, which Rejoin does not know</source>
        <translation>der Server ist ein %1, das Rejoin nicht kennt</translation>
    </message>
    <message>
        <source>table %1 has no column %2</source>
        <translation>Tabelle %1 hat keine Spalte %2</translation>
    </message>
    <message>
        <source>column %1 of table %2 is part of the key and cannot be ignored</source>
        <translation>Spalte %1 der Tabelle %2 gehört zum Schlüssel und kann nicht ignoriert werden</translation>
    </message>
    <message>
        <source>rows without a key cannot be compared across engines: choose a key</source>
        <translation>Zeilen ohne Schlüssel sind zwischen verschiedenen Systemen nicht vergleichbar: einen Schlüssel wählen</translation>
    </message>
    <message>
        <source>A and B have no column in common that can be compared</source>
        <translation>A und B haben keine gemeinsame vergleichbare Spalte</translation>
    </message>
    <message>
        <source>key column %1 is %2 on A and %3 on B</source>
        <translation>Schlüsselspalte %1 ist %2 auf A und %3 auf B</translation>
    </message>
    <message>
        <source>only rows where %1</source>
        <translation>nur Zeilen mit %1</translation>
    </message>
    <message>
        <source>only rows of %1 where %2</source>
        <translation>nur Zeilen von %1 mit %2</translation>
    </message>
    <message>
        <source>more than one table is named %1</source>
        <translation>mehr als eine Tabelle heißt %1</translation>
    </message>
    <message>
        <source>Name one with its schema: %1</source>
        <translation>Eine mit ihrem Schema nennen: %1</translation>
    </message>
    <message>
        <source>there is no table %1</source>
        <translation>es gibt keine Tabelle %1</translation>
    </message>
    <message>
        <source>%1, which is out of the range of %2</source>
        <translation>%1, außerhalb des Bereichs von %2</translation>
    </message>
    <message>
        <source>%1, which has more decimals than %2 keeps</source>
        <translation>%1, mit mehr Nachkommastellen als %2 fasst</translation>
    </message>
    <message>
        <source>&apos;%1&apos;, which is no %2</source>
        <translation>&apos;%1&apos;, was kein %2 ist</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Ist %1 gemeint?</translation>
    </message>
    <message>
        <source>%1 on A may be %2 on B: %3</source>
        <translation>%1 auf A ist vielleicht %2 auf B: %3</translation>
    </message>
    <message>
        <source>%1 is %2 on A and %3 on B: it is not compared across engines</source>
        <translation>%1 ist %2 auf A und %3 auf B: zwischen verschiedenen Systemen nicht verglichen</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>column %1 is only on A</source>
        <translation>Spalte %1 gibt es nur auf A</translation>
    </message>
    <message>
        <source>column %1 is only on B</source>
        <translation>Spalte %1 gibt es nur auf B</translation>
    </message>
    <message>
        <source>the primary key</source>
        <translation>der Primärschlüssel</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>Primärschlüssel</translation>
    </message>
    <message>
        <source>in the baseline</source>
        <translation>im Ausgangsstand</translation>
    </message>
    <message>
        <source>on A</source>
        <translation>auf A</translation>
    </message>
    <message>
        <source>on B</source>
        <translation>auf B</translation>
    </message>
    <message>
        <source>only on A</source>
        <translation>nur auf A</translation>
    </message>
    <message>
        <source>only on B</source>
        <translation>nur auf B</translation>
    </message>
    <message>
        <source>added on A</source>
        <translation>neu auf A</translation>
    </message>
    <message>
        <source>added on B</source>
        <translation>neu auf B</translation>
    </message>
    <message>
        <source>added on A and B</source>
        <translation>neu auf A und B</translation>
    </message>
    <message>
        <source>dropped on A</source>
        <translation>entfallen auf A</translation>
    </message>
    <message>
        <source>dropped on B</source>
        <translation>entfallen auf B</translation>
    </message>
    <message>
        <source>dropped on A and B</source>
        <translation>entfallen auf A und B</translation>
    </message>
    <message>
        <source>changed on A</source>
        <translation>geändert auf A</translation>
    </message>
    <message>
        <source>changed on B</source>
        <translation>geändert auf B</translation>
    </message>
    <message>
        <source>changed on A and B</source>
        <translation>geändert auf A und B</translation>
    </message>
    <message>
        <source>changed on A and B, unlike</source>
        <translation>geändert auf A und B, verschieden</translation>
    </message>
    <message>
        <source>added on A and B, unlike</source>
        <translation>neu auf A und B, verschieden</translation>
    </message>
    <message>
        <source>renamed on A</source>
        <translation>umbenannt auf A</translation>
    </message>
    <message>
        <source>renamed on B</source>
        <translation>umbenannt auf B</translation>
    </message>
    <message>
        <source>NULL or NOT NULL changed</source>
        <translation>NULL oder NOT NULL geändert</translation>
    </message>
    <message>
        <source>default changed</source>
        <translation>Vorgabe geändert</translation>
    </message>
    <message>
        <source>type changed</source>
        <translation>Typ geändert</translation>
    </message>
    <message>
        <source>both are %1, and in the same place</source>
        <translation>beide sind %1 und an derselben Stelle</translation>
    </message>
    <message>
        <source>both are %1, and their names are alike</source>
        <translation>beide sind %1 und ähnlich benannt</translation>
    </message>
    <message>
        <source>in the same place</source>
        <translation>an derselben Stelle</translation>
    </message>
    <message>
        <source>their names are alike</source>
        <translation>ähnlich benannt</translation>
    </message>
    <message>
        <source>Decide them first</source>
        <translation>Zuerst entscheiden</translation>
    </message>
    <message>
        <source>%1 is not compared to its end</source>
        <translation>%1 ist nicht zu Ende verglichen</translation>
    </message>
    <message>
        <source>A, B and the baseline are not of one engine: they can be compared, but no script can be written</source>
        <translation>A, B und der Ausgangsstand sind nicht vom selben System: vergleichbar, aber kein Skript ist möglich</translation>
    </message>
    <message>
        <source>The report tells what differs; to merge, name two servers of one engine</source>
        <translation>Der Bericht zeigt die Unterschiede; zum Zusammenführen zwei Server eines Systems nennen</translation>
    </message>
    <message>
        <source>a review needs the name of the reviewer</source>
        <translation>eine Prüfung braucht den Namen des Prüfers</translation>
    </message>
    <message>
        <source>%1 decided rows of this merge, and the project wants four eyes: somebody else has to approve it</source>
        <translation>%1 hat Zeilen dieser Zusammenführung entschieden, und das Projekt verlangt vier Augen: Freigeben muss jemand anders</translation>
    </message>
    <message>
        <source>Decided by: %1</source>
        <translation>Entschieden von: %1</translation>
    </message>
    <message>
        <source>nobody reviewed this merge, and its project wants a review</source>
        <translation>niemand hat diese Zusammenführung geprüft, und ihr Projekt verlangt eine Prüfung</translation>
    </message>
    <message>
        <source>Check that its folder is there and may be written</source>
        <translation>Prüfen, ob der Ordner da und beschreibbar ist</translation>
    </message>
    <message>
        <source>Make one with rejoin init</source>
        <translation>Eines anlegen mit rejoin init</translation>
    </message>
    <message>
        <source>it has no member &quot;rejoin&quot;, so it is no project of Rejoin</source>
        <translation>ihr fehlt &quot;rejoin&quot;, sie ist also kein Projekt von Rejoin</translation>
    </message>
    <message>
        <source>it is of version %1, and this Rejoin reads version %2</source>
        <translation>sie hat Version %1, dieses Rejoin liest Version %2</translation>
    </message>
    <message>
        <source>Open it with a newer Rejoin</source>
        <translation>Mit einem neueren Rejoin öffnen</translation>
    </message>
    <message>
        <source>%1 was filled by another comparison in the meantime</source>
        <translation>%1 wurde inzwischen durch einen anderen Vergleich gefüllt</translation>
    </message>
    <message>
        <source>Look at its rows again</source>
        <translation>Die Zeilen erneut ansehen</translation>
    </message>
    <message>
        <source>%1 is not a session of Rejoin</source>
        <translation>%1 ist keine Sitzung von Rejoin</translation>
    </message>
    <message>
        <source>%1 is an SQLite file, but not a session of Rejoin</source>
        <translation>%1 ist eine SQLite-Datei, aber keine Sitzung von Rejoin</translation>
    </message>
    <message>
        <source>%1 is a session of version %2, and this Rejoin reads version %3</source>
        <translation>%1 ist eine Sitzung der Version %2, dieses Rejoin liest Version %3</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 ist leer</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 ist beschädigt</translation>
    </message>
    <message>
        <source>%1 is in use by another program</source>
        <translation>%1 wird von einem anderen Programm benutzt</translation>
    </message>
    <message>
        <source>Try again when it is done</source>
        <translation>Erneut versuchen, wenn es fertig ist</translation>
    </message>
    <message>
        <source>the session %1 cannot be read or written</source>
        <translation>die Sitzung %1 ist nicht les- oder schreibbar</translation>
    </message>
    <message>
        <source>Check the rights and the free space of its folder</source>
        <translation>Rechte und freien Platz des Ordners prüfen</translation>
    </message>
    <message>
        <source>Move it away and compare again</source>
        <translation>Beiseitelegen und erneut vergleichen</translation>
    </message>
    <message>
        <source>Move it away, or open another project</source>
        <translation>Beiseitelegen oder ein anderes Projekt öffnen</translation>
    </message>
    <message>
        <source>there is no comparison yet</source>
        <translation>es gibt noch keinen Vergleich</translation>
    </message>
    <message>
        <source>the set of tables changed since the comparison</source>
        <translation>die Tabellen haben sich seit dem Vergleich geändert</translation>
    </message>
    <message>
        <source>the columns of %1 changed since the comparison</source>
        <translation>die Spalten von %1 haben sich seit dem Vergleich geändert</translation>
    </message>
    <message>
        <source>Compare all tables again</source>
        <translation>Alle Tabellen erneut vergleichen</translation>
    </message>
    <message>
        <source>row %1 is no longer in the session</source>
        <translation>Zeile %1 ist nicht mehr in der Sitzung</translation>
    </message>
    <message>
        <source>reviewed by %1; ticket %2; %3</source>
        <translation>geprüft von %1; Ticket %2; %3</translation>
    </message>
    <message>
        <source>%1 was written anew since that run, so its undo script is that of another merge</source>
        <translation>%1 wurde seit jenem Lauf neu geschrieben, sein Rücknahme-Skript gehört zu einer anderen Zusammenführung</translation>
    </message>
    <message>
        <source>Undo with a copy of the bundle as it was run: rejoin undo DIR</source>
        <translation>Mit einer Kopie des Pakets im Stand jenes Laufs zurücknehmen: rejoin undo DIR</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>Einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>a script runs; wait for its end</source>
        <translation>ein Skript läuft; sein Ende abwarten</translation>
    </message>
    <message>
        <source>to read</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>to write</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>rehearse</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>apply</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>Rücknahme</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>Nachfrage</translation>
    </message>
    <message>
        <source>reserve</source>
        <translation>Reservierung</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>the keychain has no password for %1</source>
        <translation>der Schlüsselbund hat kein Kennwort für %1</translation>
    </message>
    <message>
        <source>the keychain cannot be asked for the password of %1</source>
        <translation>der Schlüsselbund ist nicht nach dem Kennwort von %1 zu fragen</translation>
    </message>
    <message>
        <source>the keychain cannot keep the password of %1</source>
        <translation>der Schlüsselbund kann das Kennwort von %1 nicht aufbewahren</translation>
    </message>
    <message>
        <source>a name in it has a line break, at which clients may part a script</source>
        <translation>ein Name darin enthält einen Zeilenumbruch, an dem Clients ein Skript teilen können</translation>
    </message>
    <message>
        <source>it has no header</source>
        <translation>er hat keinen Kopf</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>er endet zu früh</translation>
    </message>
    <message>
        <source>its bytes are not those that were written</source>
        <translation>seine Bytes sind nicht die, die geschrieben wurden</translation>
    </message>
    <message>
        <source>its index is not that of this file</source>
        <translation>sein Verzeichnis ist nicht das dieser Datei</translation>
    </message>
    <message>
        <source>its index names a table that is not there</source>
        <translation>sein Verzeichnis nennt eine Tabelle, die es nicht gibt</translation>
    </message>
    <message>
        <source>a block is not the one that was written</source>
        <translation>ein Block ist nicht der, der geschrieben wurde</translation>
    </message>
    <message>
        <source>a part of it would unpack to more than %1 MB</source>
        <translation>ein Teil davon würde entpackt mehr als %1 MB einnehmen</translation>
    </message>
    <message>
        <source>a part of it cannot be unpacked</source>
        <translation>ein Teil davon lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>a row of %1 is larger than a checkpoint keeps (%2 MB)</source>
        <translation>eine Zeile von %1 ist größer, als ein Checkpoint sie aufnimmt (%2 MB)</translation>
    </message>
    <message>
        <source>Take the checkpoint with --hashes-only, or exclude the table</source>
        <translation>Den Checkpoint mit --hashes-only aufnehmen oder die Tabelle ausschließen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no condition on %2</source>
        <translation>„%1“ ist keine Bedingung für %2</translation>
    </message>
    <message>
        <source>it holds a query (%1), and a condition sees its own row alone</source>
        <translation>sie enthält eine Abfrage (%1), und eine Bedingung sieht nur ihre eigene Zeile</translation>
    </message>
    <message>
        <source>Write it as in SQL, with the table&apos;s columns: status = &apos;open&apos; AND a.amount &gt; b.amount</source>
        <translation>Wie in SQL schreiben, mit den Spalten der Tabelle: status = &apos;open&apos; AND a.amount &gt; b.amount</translation>
    </message>
    <message>
        <source>A and B changed different columns, and what it refers to is one row</source>
        <translation>A und B änderten verschiedene Spalten, und worauf sie verweist, ist eine Zeile</translation>
    </message>
    <message>
        <source>%1: this bundle holds other rows or other keys, so the servers would not be alike</source>
        <translation>%1: dieses Paket enthält andere Zeilen oder andere Schlüssel, die Server wären danach nicht gleich</translation>
    </message>
    <message>
        <source>Nothing was changed. Have the server asked first: %1</source>
        <translation>Nichts wurde geändert. Zuerst den Server fragen lassen: %1</translation>
    </message>
    <message>
        <source>%1 holds the undo script of another merge: %2</source>
        <translation>%1 enthält das Rücknahmeskript einer anderen Zusammenführung: %2</translation>
    </message>
    <message>
        <source>%1 has another merge, since %2 (%3 by %4 on %5)</source>
        <translation>%1 hat eine andere Zusammenführung, seit %2 (%3 von %4 auf %5)</translation>
    </message>
    <message>
        <source>the run on %1 (%2 on %3) was not begun by you on this machine, so its bundle&apos;s checks are not run unasked</source>
        <translation>der Lauf auf %1 (%2 auf %3) wurde nicht von Ihnen auf diesem Rechner begonnen, die Prüfskripte seines Pakets laufen daher nicht ungefragt</translation>
    </message>
    <message>
        <source>Ask where it was begun: rejoin status. Or read postcheck.sql and run it: it passes where the server has the merge</source>
        <translation>Dort fragen, wo er begonnen wurde: rejoin status. Oder postcheck.sql lesen und ausführen: Es läuft durch, wo der Server die Zusammenführung hat</translation>
    </message>
    <message>
        <source>%1 is not the check that the approved script names</source>
        <translation>%1 ist nicht das Prüfskript, das das freigegebene Skript nennt</translation>
    </message>
    <message>
        <source>Nothing was run. Write the bundle again</source>
        <translation>Nichts wurde ausgeführt. Paket neu schreiben</translation>
    </message>
    <message>
        <source>%1 names no checks: an earlier Rejoin wrote it</source>
        <translation>%1 nennt keine Prüfskripte: Ein früheres Rejoin hat es geschrieben</translation>
    </message>
    <message>
        <source>Write the bundle again</source>
        <translation>Paket neu schreiben</translation>
    </message>
    <message>
        <source>the bundle holds another script for %1 than the one that was run</source>
        <translation>das Paket enthält ein anderes Skript für %1 als das ausgeführte</translation>
    </message>
    <message>
        <source>Nothing was asked. Put the bundle back as it was then</source>
        <translation>Nichts wurde gefragt. Das damalige Paket zurücklegen</translation>
    </message>
    <message>
        <source>some rows are as %1 leaves them and others are not: %2</source>
        <translation>einige Zeilen sind, wie %1 sie hinterlässt, andere nicht: %2</translation>
    </message>
    <message>
        <source>%1 ends its transaction in line %2 already: Rejoin does not write such scripts</source>
        <translation>%1 beendet seine Transaktion schon in Zeile %2: Solche Skripte schreibt Rejoin nicht</translation>
    </message>
    <message>
        <source>%1 holds &apos;%2&apos;, which is no part of a session</source>
        <translation>%1 enthält „%2“, was nicht zu einer Sitzung gehört</translation>
    </message>
    <message>
        <source>Do not use it: it was not written by Rejoin alone</source>
        <translation>Nicht verwenden: Sie wurde nicht von Rejoin allein geschrieben</translation>
    </message>
</context>
<context>
    <name>Rejoin::EvidenceModel</name>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 Änderung</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 Änderungen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>What it cannot tell</source>
        <translation>Was er nicht belegt</translation>
    </message>
    <message>
        <source>Rows of A, B</source>
        <translation>Zeilen von A, B</translation>
    </message>
</context>
<context>
    <name>Rejoin::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in %1</source>
        <translation>In %1 suchen</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Zurück (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Weiter (Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>Rejoin::FindingsModel</name>
    <message>
        <source>%1: numbers within its texts would keep the old keys (%2). Dismiss it on the Scope page (Ctrl+E) if they are none.</source>
        <translation>%1: Nummern in seinen Texten behielten die alten Schlüssel (%2). Sind es keine, auf der Seite Umfang (Strg+E) verwerfen.</translation>
    </message>
    <message>
        <source>%1 seems to be a reference, which new keys would not follow (%2). Follow or dismiss it on the Scope page (Ctrl+E).</source>
        <translation>%1 ist anscheinend ein Verweis, der neuen Schlüsseln nicht folgte (%2). Auf der Seite Umfang (Strg+E) nachführen oder verwerfen.</translation>
    </message>
</context>
<context>
    <name>Rejoin::HandbookPage</name>
    <message>
        <source>Page of the handbook</source>
        <translation>Seite des Handbuchs</translation>
    </message>
</context>
<context>
    <name>Rejoin::HandbookWindow</name>
    <message>
        <source>Handbook</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Contents of the handbook</source>
        <translation>Inhalt des Handbuchs</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Rejoin::HelpMenu</name>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Save &amp;diagnostics…</source>
        <translation>&amp;Diagnose speichern…</translation>
    </message>
    <message>
        <source>About &amp;Rejoin</source>
        <translation>Über &amp;Rejoin</translation>
    </message>
    <message>
        <source>Save diagnostics for a bug report</source>
        <translation>Diagnose für einen Fehlerbericht speichern</translation>
    </message>
    <message>
        <source>Texts (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <source>Diagnostics written to %1. Read them, then put them into your bug report</source>
        <translation>Diagnose geschrieben nach %1. Bitte lesen und dem Fehlerbericht beilegen</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>About Rejoin</source>
        <translation>Über Rejoin</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Rejoin %1&lt;/h3&gt;&lt;p&gt;Brings two diverged database servers back in line.&lt;/p&gt;&lt;p&gt;Copyright 2026 The Rejoin developers. Free software under the MIT licence; it comes with no warranty.&lt;/p&gt;&lt;p&gt;Qt %2, under the LGPL.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Rejoin %1&lt;/h3&gt;&lt;p&gt;Bringt zwei auseinandergelaufene Datenbankserver wieder in Einklang.&lt;/p&gt;&lt;p&gt;Copyright 2026 The Rejoin developers. Freie Software unter der MIT-Lizenz, ohne jede Gewährleistung.&lt;/p&gt;&lt;p&gt;Qt %2, unter der LGPL.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>Was ist &amp;das?</translation>
    </message>
</context>
<context>
    <name>Rejoin::HistoryText</name>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
</context>
<context>
    <name>Rejoin::HistoryView</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>Rejoin::IdentityBanner</name>
    <message>
        <source>writing</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesend</translation>
    </message>
    <message>
        <source>An approved script runs on a server now</source>
        <translation>Auf einem Server läuft gerade ein freigegebenes Skript</translation>
    </message>
    <message>
        <source>Nothing is written to a server before Execute</source>
        <translation>Vor dem Ausführen wird auf keinen Server geschrieben</translation>
    </message>
    <message>
        <source>no comparison is open</source>
        <translation>kein Vergleich geöffnet</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>evidence: %1</source>
        <translation>Nachweis: %1</translation>
    </message>
    <message>
        <source>compared %1</source>
        <translation>verglichen %1</translation>
    </message>
    <message>
        <source>comparison unfinished</source>
        <translation>Vergleich unvollendet</translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation>noch nicht verglichen</translation>
    </message>
</context>
<context>
    <name>Rejoin::JobStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop and keep what is done</source>
        <translation>Anhalten und Fertiges behalten</translation>
    </message>
    <message>
        <source>Stopping and rolling back…</source>
        <translation>Anhalten und Zurückrollen…</translation>
    </message>
    <message>
        <source>, %1 s left</source>
        <translation>, noch %1 s</translation>
    </message>
    <message>
        <source>, %1 min left</source>
        <translation>, noch %1 min</translation>
    </message>
</context>
<context>
    <name>Rejoin::KeyMap</name>
    <message>
        <source>New comparison</source>
        <translation>Neuer Vergleich</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Kennwörter</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Letzte Entscheidung rückgängig machen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Scope and evidence</source>
        <translation>Umfang und Nachweise</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Erneut vergleichen</translation>
    </message>
    <message>
        <source>Cancel what runs</source>
        <translation>Laufendes abbrechen</translation>
    </message>
    <message>
        <source>Go to Connect</source>
        <translation>Zu „Verbinden“</translation>
    </message>
    <message>
        <source>Go to Compare</source>
        <translation>Zu „Vergleichen“</translation>
    </message>
    <message>
        <source>Go to Resolve</source>
        <translation>Zu „Entscheiden“</translation>
    </message>
    <message>
        <source>Go to Review</source>
        <translation>Zu „Prüfen“</translation>
    </message>
    <message>
        <source>Go to Deliver</source>
        <translation>Zu „Ausliefern“</translation>
    </message>
    <message>
        <source>Panel: tables</source>
        <translation>Bereich: Tabellen</translation>
    </message>
    <message>
        <source>Panel: cell detail</source>
        <translation>Bereich: Zelle im Detail</translation>
    </message>
    <message>
        <source>Panel: messages</source>
        <translation>Bereich: Meldungen</translation>
    </message>
    <message>
        <source>Panel: history</source>
        <translation>Bereich: Verlauf</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>This map of keys</source>
        <translation>Diese Tastenübersicht</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>About Rejoin</source>
        <translation>Über Rejoin</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>Next undecided row</source>
        <translation>Nächste offene Zeile</translation>
    </message>
    <message>
        <source>Previous undecided row</source>
        <translation>Vorige offene Zeile</translation>
    </message>
    <message>
        <source>Take A</source>
        <translation>A übernehmen</translation>
    </message>
    <message>
        <source>Take B</source>
        <translation>B übernehmen</translation>
    </message>
    <message>
        <source>Take the baseline</source>
        <translation>Ausgangsstand übernehmen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Conflicting cells from A</source>
        <translation>Zellen im Konflikt aus A</translation>
    </message>
    <message>
        <source>Conflicting cells from B</source>
        <translation>Zellen im Konflikt aus B</translation>
    </message>
    <message>
        <source>Delete the row</source>
        <translation>Zeile löschen</translation>
    </message>
    <message>
        <source>Skip the row</source>
        <translation>Zeile auslassen</translation>
    </message>
    <message>
        <source>Accept the suggestion</source>
        <translation>Vorschlag annehmen</translation>
    </message>
    <message>
        <source>Accept the suggestion, go on</source>
        <translation>Vorschlag annehmen, weiter</translation>
    </message>
    <message>
        <source>Undecide</source>
        <translation>Entscheidung aufheben</translation>
    </message>
    <message>
        <source>Take A for all undecided of the table</source>
        <translation>A für alle offenen Zeilen der Tabelle übernehmen</translation>
    </message>
    <message>
        <source>Take B for all undecided of the table</source>
        <translation>B für alle offenen Zeilen der Tabelle übernehmen</translation>
    </message>
    <message>
        <source>Conflicts in the column from A</source>
        <translation>Konflikte der Spalte aus A</translation>
    </message>
    <message>
        <source>Conflicts in the column from B</source>
        <translation>Konflikte der Spalte aus B</translation>
    </message>
    <message>
        <source>Accept all suggestions</source>
        <translation>Alle Vorschläge annehmen</translation>
    </message>
    <message>
        <source>Edit the cell&apos;s result</source>
        <translation>Ergebnis der Zelle bearbeiten</translation>
    </message>
    <message>
        <source>Make the cell NULL</source>
        <translation>Zelle auf NULL setzen</translation>
    </message>
    <message>
        <source>Show the baseline&apos;s rows</source>
        <translation>Zeilen des Ausgangsstands zeigen</translation>
    </message>
    <message>
        <source>Show the merged rows</source>
        <translation>Zeilen des Ergebnisses zeigen</translation>
    </message>
    <message>
        <source>Show the overview map</source>
        <translation>Übersichtsleiste zeigen</translation>
    </message>
    <message>
        <source>Only differing columns</source>
        <translation>Nur unterschiedliche Spalten</translation>
    </message>
    <message>
        <source>Show masked values</source>
        <translation>Maskierte Werte zeigen</translation>
    </message>
    <message>
        <source>Rows of any time again</source>
        <translation>Wieder Zeilen jeder Zeit</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Find in the rows</source>
        <translation>In den Zeilen suchen</translation>
    </message>
    <message>
        <source>Copy as SQL</source>
        <translation>Als SQL kopieren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Close the handbook</source>
        <translation>Handbuch schließen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>On the rows</source>
        <translation>In den Zeilen</translation>
    </message>
    <message>
        <source>In the handbook</source>
        <translation>Im Handbuch</translation>
    </message>
    <message>
        <source>%1 is needed for typing and moving</source>
        <translation>%1 wird zum Tippen und Bewegen gebraucht</translation>
    </message>
    <message>
        <source>%1 goes to a menu or a field with this letter</source>
        <translation>%1 führt zu einem Menü oder Feld mit diesem Buchstaben</translation>
    </message>
    <message>
        <source>%1 alone is typed too easily</source>
        <translation>%1 allein ist zu leicht getippt</translation>
    </message>
    <message>
        <source>Hold Ctrl or Alt, or take a function key</source>
        <translation>Mit Strg oder Alt verbinden oder eine Funktionstaste nehmen</translation>
    </message>
    <message>
        <source>%1 is taken by “%2”</source>
        <translation>%1 ist vergeben an „%2“</translation>
    </message>
    <message>
        <source>Choose another, or change that one first</source>
        <translation>Eine andere wählen oder jene zuerst ändern</translation>
    </message>
    <message>
        <source>Panel: rules</source>
        <translation>Bereich: Regeln</translation>
    </message>
    <message>
        <source>Rows that differ in any column again</source>
        <translation>Wieder Zeilen mit Unterschieden in allen Spalten</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy rows with headers</source>
        <translation>Zeilen mit Überschriften kopieren</translation>
    </message>
    <message>
        <source>Previous part of the script</source>
        <translation>Voriger Teil des Skripts</translation>
    </message>
    <message>
        <source>Next part of the script</source>
        <translation>Nächster Teil des Skripts</translation>
    </message>
    <message>
        <source>What&apos;s this?</source>
        <translation>Was ist das?</translation>
    </message>
</context>
<context>
    <name>Rejoin::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>On the timeline: the arrow keys, with Shift, brush over a time; Enter shows its rows, Esc takes the brush away. Alt and an underlined letter go to its menu, field or button.</source>
        <translation>Auf der Zeitachse: Die Pfeiltasten markieren mit der Umschalttaste einen Zeitraum; Enter zeigt seine Zeilen, Esc hebt die Markierung auf. Alt und ein unterstrichener Buchstabe führen zu dessen Menü, Feld oder Schaltfläche.</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
</context>
<context>
    <name>Rejoin::KeysList</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>%1: no key</source>
        <translation>%1: keine Taste</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
</context>
<context>
    <name>Rejoin::Logins</name>
    <message>
        <source>No server of this project asks for a password</source>
        <translation>Kein Server dieses Projekts verlangt ein Kennwort</translation>
    </message>
    <message>
        <source>The password is not kept: %1</source>
        <translation>Das Kennwort ist nicht aufbewahrt: %1</translation>
    </message>
</context>
<context>
    <name>Rejoin::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New comparison</source>
        <translation>&amp;Neuer Vergleich</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>&amp;Startseite</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>&amp;Bericht speichern…</translation>
    </message>
    <message>
        <source>Pass&amp;words…</source>
        <translation>&amp;Kennwörter…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Be&amp;enden</translation>
    </message>
    <message>
        <source>&amp;Decisions</source>
        <translation>&amp;Entscheidungen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Scope and evidence</source>
        <translation>&amp;Umfang und Nachweise</translation>
    </message>
    <message>
        <source>&amp;Compare again</source>
        <translation>Erneut &amp;vergleichen</translation>
    </message>
    <message>
        <source>C&amp;ancel what runs</source>
        <translation>Laufendes &amp;abbrechen</translation>
    </message>
    <message>
        <source>There is nothing to report: compare first</source>
        <translation>Noch nichts zu berichten: zuerst vergleichen</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Schreiben des Berichts</translation>
    </message>
    <message>
        <source>Report written to %1</source>
        <translation>Bericht geschrieben nach %1</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Farben des &amp;Systems</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Servers and stages</source>
        <translation>Server und Stationen</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Cell detail</source>
        <translation>Zelle im Detail</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>%1 decided, %2 left: %3</source>
        <translation>%1 entschieden, %2 nicht: %3</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Open a project, or save one on the Connect page, first</source>
        <translation>Zuerst ein Projekt öffnen oder auf der Seite Verbinden speichern</translation>
    </message>
    <message>
        <source>Writing the demo</source>
        <translation>Schreiben der Demo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Rejoin projects (*.rejoin)</source>
        <translation>Rejoin-Projekte (*.rejoin)</translation>
    </message>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n Tabelle</numerusform>
            <numerusform>%n Tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>all decided</source>
        <translation>alles entschieden</translation>
    </message>
    <message>
        <source>%1 undecided</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>%1 of %2 conflicts decided · %3 automatic · %4 constraint conflicts · %5 tables not compared</source>
        <translation>%1 von %2 Konflikten entschieden · %3 automatisch · %4 Constraint-Konflikte · %5 Tabellen nicht verglichen</translation>
    </message>
    <message>
        <source>A script runs. Cancel it, or wait for its end.</source>
        <translation>Ein Skript läuft. Abbrechen oder sein Ende abwarten.</translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>%1 · the file is gone</source>
        <translation>%1 · die Datei fehlt</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>%1: no longer waited for. What became of it on the server is looked into when the project is opened again.</source>
        <translation>%1: es wird nicht mehr gewartet. Was auf dem Server daraus wurde, wird beim nächsten Öffnen des Projekts geklärt.</translation>
    </message>
</context>
<context>
    <name>Rejoin::OverviewMap</name>
    <message>
        <source>Overview of all rows</source>
        <translation>Übersicht aller Zeilen</translation>
    </message>
    <message>
        <source>Reading the overview</source>
        <translation>Übersicht wird gelesen</translation>
    </message>
    <message>
        <source>%1 of %2 stretches hold undecided rows</source>
        <translation>%1 von %2 Abschnitten enthalten offene Zeilen</translation>
    </message>
    <message>
        <source>All rows from top to bottom. Whole width: undecided; middle: a conflict that is decided; left: changed on A; right: changed on B. Click to go there.</source>
        <translation>Alle Zeilen von oben nach unten. Ganze Breite: offen; Mitte: ein entschiedener Konflikt; links: auf A geändert; rechts: auf B geändert. Ein Klick geht dorthin.</translation>
    </message>
</context>
<context>
    <name>Rejoin::PasswordDialog</name>
    <message>
        <source>&amp;Keep in the keychain of this machine</source>
        <translation>Im &amp;Schlüsselbund dieses Rechners aufbewahren</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Kennwörter</translation>
    </message>
    <message>
        <source>The project keeps no passwords. They serve this run of Rejoin.</source>
        <translation>Das Projekt enthält keine Kennwörter. Sie gelten für diesen Lauf von Rejoin.</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Ausgangsstand</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Kennwort von %1</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Work without the servers</source>
        <translation>Ohne die Server arbeiten</translation>
    </message>
</context>
<context>
    <name>Rejoin::PreferencesDialog</name>
    <message>
        <source>&amp;Assign</source>
        <translation>Zu&amp;weisen</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Allgemein</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The language changes when Rejoin is started again. Scripts, bundles, reports and the command line are English always.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Rejoin. Skripte, Pakete, Berichte und die Befehlszeile sind immer englisch.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Press a key</source>
        <translation>Taste &amp;drücken</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
    <message>
        <source>&amp;Reset all</source>
        <translation>Alle &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>The action keeps its place in the menus</source>
        <translation>Die Aktion bleibt in den Menüs</translation>
    </message>
    <message>
        <source>The key that it had at first</source>
        <translation>Die ursprüngliche Taste</translation>
    </message>
    <message>
        <source>⚠ Not assigned. %1</source>
        <translation>⚠ Nicht zugewiesen. %1</translation>
    </message>
    <message>
        <source>✓ %1 has no key now.</source>
        <translation>✓ %1 hat jetzt keine Taste.</translation>
    </message>
    <message>
        <source>✓ %1: %2</source>
        <translation>✓ %1: %2</translation>
    </message>
    <message>
        <source>✓ All keys are as they were at first.</source>
        <translation>✓ Alle Tasten sind wie ursprünglich.</translation>
    </message>
</context>
<context>
    <name>Rejoin::RelationsModel</name>
    <message>
        <source>given in the project</source>
        <translation>im Projekt angegeben</translation>
    </message>
    <message>
        <source>dismissed in the project</source>
        <translation>im Projekt verworfen</translation>
    </message>
    <message>
        <source>? stays as it is</source>
        <translation>? bleibt, wie es ist</translation>
    </message>
    <message>
        <source>? not followed</source>
        <translation>? wird nicht nachgeführt</translation>
    </message>
    <message>
        <source>✓ new keys are followed</source>
        <translation>✓ folgt neuen Schlüsseln</translation>
    </message>
    <message>
        <source>✕ dismissed</source>
        <translation>✕ verworfen</translation>
    </message>
    <message>
        <source>Reference that no foreign key declares</source>
        <translation>Verweis ohne Fremdschlüssel</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Schlüssel</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>Was dafür spricht</translation>
    </message>
</context>
<context>
    <name>Rejoin::RelationsView</name>
    <message>
        <source>Follow it</source>
        <translation>Nachführen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>References that no foreign key declares</source>
        <translation>Verweise ohne Fremdschlüssel</translation>
    </message>
    <message>
        <source>It is a reference: what gets a new key is followed by it</source>
        <translation>Es ist ein Verweis: Er folgt dem, was einen neuen Schlüssel bekommt</translation>
    </message>
    <message>
        <source>It is none: it is not followed, and not proposed again</source>
        <translation>Es ist keiner: Er wird nicht nachgeführt und nicht wieder vorgeschlagen</translation>
    </message>
    <message>
        <source>Do not follow it</source>
        <translation>Nicht nachführen</translation>
    </message>
    <message>
        <source>Propose it again</source>
        <translation>Wieder vorschlagen</translation>
    </message>
    <message>
        <source>References that no foreign key declares: all answered. They are saved with Save and compare.</source>
        <translation>Verweise ohne Fremdschlüssel: alle beantwortet. „Speichern und vergleichen“ speichert sie.</translation>
    </message>
    <message>
        <source>1 reference that no foreign key declares, as it seems. New keys are followed only by what you confirm.</source>
        <translation>1 Verweis ohne Fremdschlüssel, wie es scheint. Neuen Schlüsseln folgt nur, was bestätigt ist.</translation>
    </message>
    <message>
        <source>%1 references that no foreign key declares, as it seems. New keys are followed only by what you confirm.</source>
        <translation>%1 Verweise ohne Fremdschlüssel, wie es scheint. Neuen Schlüsseln folgt nur, was bestätigt ist.</translation>
    </message>
</context>
<context>
    <name>Rejoin::ReviewPage</name>
    <message>
        <source>head of the script</source>
        <translation>Kopf des Skripts</translation>
    </message>
    <message>
        <source>%1: not reserved: %2</source>
        <translation>%1: nicht reserviert: %2</translation>
    </message>
    <message>
        <source>%1: reserved already: %2</source>
        <translation>%1: schon reserviert: %2</translation>
    </message>
    <message>
        <source>%1: reserved %2</source>
        <translation>%1: reserviert %2</translation>
    </message>
    <message>
        <source>Go to the first undecided</source>
        <translation>Zur ersten offenen Zeile</translation>
    </message>
    <message>
        <source>Show row</source>
        <translation>Zeile zeigen</translation>
    </message>
    <message>
        <source>&amp;Mark as reviewed</source>
        <translation>Als &amp;geprüft markieren</translation>
    </message>
    <message>
        <source>Deliver →</source>
        <translation>Ausliefern →</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>Skripte</translation>
    </message>
    <message>
        <source>Outline by table</source>
        <translation>Gliederung nach Tabellen</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Take the numbers of new keys out of the server&apos;s generators, so that an application that goes on inserting cannot take them</source>
        <translation>Die Nummern neuer Schlüssel den Generatoren des Servers entnehmen, damit eine Anwendung, die weiter einfügt, sie nicht belegt</translation>
    </message>
    <message>
        <source>%1 is in use, and numbers for new keys are not set aside there (%2): the script stops if an application takes one meanwhile.</source>
        <translation>%1 ist in Betrieb, und Nummern für neue Schlüssel sind dort nicht reserviert (%2): Das Skript hält an, falls eine Anwendung inzwischen eine belegt.</translation>
    </message>
    <message>
        <source>Reserve on %1…</source>
        <translation>Auf %1 reservieren…</translation>
    </message>
    <message>
        <source>Reserve numbers on %1?</source>
        <translation>Nummern auf %1 reservieren?</translation>
    </message>
    <message>
        <source>%1. The server&apos;s generators are advanced at once, whatever becomes of the merge; what is not used stays a gap. The scripts are made anew then, and use these numbers.</source>
        <translation>%1. Die Generatoren des Servers rücken sofort vor, was auch aus der Zusammenführung wird; Ungenutztes bleibt eine Lücke. Danach entstehen die Skripte neu und verwenden diese Nummern.</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Reservieren</translation>
    </message>
    <message>
        <source>✓ %1: %2. The server gives these numbers to nobody else.</source>
        <translation>✓ %1: %2. Der Server vergibt diese Nummern an niemand anderen.</translation>
    </message>
    <message>
        <source>Re&amp;viewer</source>
        <translation>&amp;Prüfer</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>&amp;Ticket</translation>
    </message>
    <message>
        <source>Rea&amp;son</source>
        <translation>Gr&amp;und</translation>
    </message>
    <message>
        <source>Making the scripts</source>
        <translation>Erzeugen der Skripte</translation>
    </message>
    <message>
        <source>changes → %1</source>
        <translation>Änderungen → %1</translation>
    </message>
    <message>
        <source>merge → %1</source>
        <translation>Zusammenführung → %1</translation>
    </message>
    <message>
        <source>undo %1</source>
        <translation>Rücknahme %1</translation>
    </message>
    <message>
        <source>pre-check %1</source>
        <translation>Vorprüfung %1</translation>
    </message>
    <message>
        <source>post-check %1</source>
        <translation>Nachprüfung %1</translation>
    </message>
    <message>
        <source>What is another in this merge script since it was reviewed before</source>
        <translation>Was in diesem Skript seit der früheren Prüfung anders ist</translation>
    </message>
    <message>
        <source>DRAFT, %1 undecided</source>
        <translation>ENTWURF, %1 offen</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Line %1: %2 · %3 · %4</source>
        <translation>Zeile %1: %2 · %3 · %4</translation>
    </message>
    <message>
        <source>⚠ Outdated: changed since %1 reviewed it, %2.</source>
        <translation>⚠ Veraltet: geändert seit der Prüfung durch %1, %2.</translation>
    </message>
    <message>
        <source>Read the scripts again and mark them anew.</source>
        <translation>Skripte erneut lesen und neu markieren.</translation>
    </message>
    <message>
        <source>The merge scripts are the same as then. Mark them anew.</source>
        <translation>Die Skripte sind dieselben wie damals. Neu markieren.</translation>
    </message>
    <message>
        <source>1 place of the merge scripts is another: it is shown first. Read it and mark them anew.</source>
        <translation>1 Stelle der Skripte ist anders; sie wird zuerst gezeigt. Lesen und neu markieren.</translation>
    </message>
    <message>
        <source>%1 places of the merge scripts are others: they are shown first. Read them and mark them anew.</source>
        <translation>%1 Stellen der Skripte sind anders; sie werden zuerst gezeigt. Lesen und neu markieren.</translation>
    </message>
    <message>
        <source>⚠ DRAFT, %1 undecided: what is undecided is left out, and this cannot be run.</source>
        <translation>⚠ ENTWURF, %1 offen: Offenes ist ausgelassen, und das hier kann nicht laufen.</translation>
    </message>
    <message>
        <source>✓ Reviewed by %1, %2. Only these bytes run.</source>
        <translation>✓ Geprüft von %1, %2. Nur diese Bytes laufen.</translation>
    </message>
    <message>
        <source>Not reviewed. Read both scripts, then mark them as reviewed: only the reviewed bytes run.</source>
        <translation>Nicht geprüft. Beide Skripte lesen, dann als geprüft markieren: Nur geprüfte Bytes laufen.</translation>
    </message>
    <message>
        <source>SHA-256 %1…</source>
        <translation>SHA-256 %1…</translation>
    </message>
    <message>
        <source>Previous part of the script</source>
        <translation>Voriger Teil des Skripts</translation>
    </message>
    <message>
        <source>Next part of the script</source>
        <translation>Nächster Teil des Skripts</translation>
    </message>
    <message>
        <source>Part %1 of %2: lines %3 to %4</source>
        <translation>Teil %1 von %2: Zeilen %3 bis %4</translation>
    </message>
</context>
<context>
    <name>Rejoin::RowGrids</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Decisions, outcomes and keys</source>
        <translation>Entscheidungen, Befunde und Schlüssel</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>Zeilen von %1</translation>
    </message>
</context>
<context>
    <name>Rejoin::RowsPage</name>
    <message>
        <source>This is the last difference</source>
        <translation>Das ist der letzte Unterschied</translation>
    </message>
    <message>
        <source>This is the first difference</source>
        <translation>Das ist der erste Unterschied</translation>
    </message>
    <message>
        <source>Every row is decided; constraint conflicts left: %1</source>
        <translation>Jede Zeile ist entschieden; verbleibende Constraint-Konflikte: %1</translation>
    </message>
    <message>
        <source>Nothing is left to decide of what was written %1</source>
        <translation>Nichts mehr offen von dem, was geschrieben wurde: %1</translation>
    </message>
    <message>
        <source>Nothing is left to decide: go on to Review</source>
        <translation>Nichts mehr offen: weiter zu „Prüfen“</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Ausgangsstand</translation>
    </message>
    <message>
        <source>Show the baseline&apos;s rows</source>
        <translation>Zeilen des Ausgangsstands zeigen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Show the merged rows</source>
        <translation>Zeilen des Ergebnisses zeigen</translation>
    </message>
    <message>
        <source>Only differing columns</source>
        <translation>Nur Abweichendes</translation>
    </message>
    <message>
        <source>Hide columns in which no row differs</source>
        <translation>Spalten ausblenden, in denen keine Zeile abweicht</translation>
    </message>
    <message>
        <source>Show masked</source>
        <translation>Maskierte zeigen</translation>
    </message>
    <message>
        <source>Show the values of masked columns, until this is switched off</source>
        <translation>Werte maskierter Spalten zeigen, bis dies abgeschaltet wird</translation>
    </message>
    <message>
        <source>Show rows of any time again</source>
        <translation>Wieder Zeilen jeder Zeit zeigen</translation>
    </message>
    <message>
        <source>◂ Undecided</source>
        <translation>◂ Offene</translation>
    </message>
    <message>
        <source>Undecided ▸</source>
        <translation>Offene ▸</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>Edit the result</source>
        <translation>Ergebnis bearbeiten</translation>
    </message>
    <message>
        <source>Make the cell NULL</source>
        <translation>Zelle auf NULL setzen</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation>Welche Zeilen gezeigt werden</translation>
    </message>
    <message>
        <source>Many rows</source>
        <translation>Viele Zeilen</translation>
    </message>
    <message>
        <source>Decide many rows at once</source>
        <translation>Viele Zeilen auf einmal entscheiden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Nothing is compared yet.</source>
        <translation>Noch ist nichts verglichen.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>No differences in %n tables. B can rejoin A.</source>
        <translation>
            <numerusform>Keine Unterschiede in %n Tabelle. B kann wieder zu A.</numerusform>
            <numerusform>Keine Unterschiede in %n Tabellen. B kann wieder zu A.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a table at the left.</source>
        <translation>Links eine Tabelle wählen.</translation>
    </message>
    <message>
        <source>Written %1 ✕</source>
        <translation>Geschrieben %1 ✕</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>All columns, in the table&apos;s order</source>
        <translation>Alle Spalten, in der Reihenfolge der Tabelle</translation>
    </message>
    <message>
        <source>Looking for an undecided row</source>
        <translation>Eine offene Zeile wird gesucht</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>sucht…</translation>
    </message>
    <message>
        <source>Looking for a text</source>
        <translation>Ein Text wird gesucht</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Show the overview of all rows</source>
        <translation>Übersicht aller Zeilen zeigen</translation>
    </message>
    <message>
        <source>Show rows that differ in any column again</source>
        <translation>Wieder Zeilen mit Unterschieden in allen Spalten zeigen</translation>
    </message>
    <message>
        <source>Find in the rows</source>
        <translation>In den Zeilen suchen</translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation>Reihenfolge der Zeilen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose the columns that are shown</source>
        <translation>Gezeigte Spalten wählen</translation>
    </message>
    <message>
        <source>Differ in %1 ✕</source>
        <translation>Verschieden in %1 ✕</translation>
    </message>
    <message>
        <source>%1 rows, reading on…</source>
        <translation>%1 Zeilen, weitere folgen…</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>keine Zeilen</translation>
    </message>
    <message>
        <source>A rule for rows like this…</source>
        <translation>Eine Regel für Zeilen wie diese…</translation>
    </message>
</context>
<context>
    <name>Rejoin::RowsSource</name>
    <message>
        <source>Reading rows</source>
        <translation>Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>Counting differences</source>
        <translation>Unterschiede werden gezählt</translation>
    </message>
</context>
<context>
    <name>Rejoin::RowsText</name>
    <message>
        <source>%1, decision: %2</source>
        <translation>%1, Entscheidung: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>%1 of %2; A and B differ here in %3. Click to see these rows alone, again to see all.</source>
        <translation>%1 von %2; A und B unterscheiden sich hier in %3. Ein Klick zeigt nur diese Zeilen, ein weiterer alle.</translation>
    </message>
</context>
<context>
    <name>Rejoin::RulesModel</name>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>the baseline</source>
        <translation>dem Ausgangsstand</translation>
    </message>
    <message>
        <source>take the row from %1</source>
        <translation>Zeile aus %1 übernehmen</translation>
    </message>
    <message>
        <source>take the column from %1</source>
        <translation>Spalte aus %1 übernehmen</translation>
    </message>
    <message>
        <source>take the row with the later time in the column</source>
        <translation>die Zeile mit der späteren Zeit in der Spalte übernehmen</translation>
    </message>
    <message>
        <source>ignore conflicts in the column alone</source>
        <translation>Konflikte allein in der Spalte übergehen</translation>
    </message>
    <message>
        <source>keep both rows, %1&apos;s gets a new key</source>
        <translation>beide Zeilen behalten, die von %1 bekommt einen neuen Schlüssel</translation>
    </message>
    <message>
        <source>add up what both did to the column</source>
        <translation>zusammenzählen, was beide an der Spalte änderten</translation>
    </message>
    <message>
        <source>give %1&apos;s row the next number in the column</source>
        <translation>der Zeile von %1 die nächste Nummer in der Spalte geben</translation>
    </message>
    <message>
        <source>%1 and %2 that belong to them</source>
        <translation>%1 und %2, die dazugehören</translation>
    </message>
    <message>
        <source>Rule %1: %2, tables %3, column %4, would decide %5</source>
        <translation>Regel %1: %2, Tabellen %3, Spalte %4, würde %5 entscheiden</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Only rows where</source>
        <translation>Nur Zeilen mit</translation>
    </message>
    <message>
        <source>Rows it would decide</source>
        <translation>Zeilen, die sie entscheiden würde</translation>
    </message>
</context>
<context>
    <name>Rejoin::RulesView</name>
    <message>
        <source>What the rule does</source>
        <translation>Was die Regel tut</translation>
    </message>
    <message>
        <source>Apply rules</source>
        <translation>Regeln anwenden</translation>
    </message>
    <message>
        <source>Keep in project</source>
        <translation>Im Projekt behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hinauf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Hinab</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>Add a rule; double-click or F2 edits its cells</source>
        <translation>Eine Regel hinzufügen; Doppelklick oder F2 bearbeitet ihre Zellen</translation>
    </message>
    <message>
        <source>Take the rule out of the list</source>
        <translation>Die Regel aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Rules work in this order: this one earlier</source>
        <translation>Regeln wirken in dieser Reihenfolge: diese früher</translation>
    </message>
    <message>
        <source>Rules work in this order: this one later</source>
        <translation>Regeln wirken in dieser Reihenfolge: diese später</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Take the rules of a file, as rejoin resolve --rules does</source>
        <translation>Die Regeln einer Datei nehmen, wie rejoin resolve --rules</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Write the rules to a file</source>
        <translation>Die Regeln in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Save these rules in the project: the next comparison knows of them</source>
        <translation>Diese Regeln im Projekt speichern: der nächste Vergleich kennt sie</translation>
    </message>
    <message>
        <source>Decide what these rules decide; each rule is one undo step</source>
        <translation>Entscheiden, was diese Regeln entscheiden; jede Regel ist ein Schritt beim Rückgängigmachen</translation>
    </message>
    <message>
        <source>Counting what the rules would decide</source>
        <translation>Was die Regeln entscheiden würden, wird gezählt</translation>
    </message>
    <message>
        <source>%1 left: %2</source>
        <translation>%1 bleiben: %2</translation>
    </message>
    <message>
        <source>The project has these rules now</source>
        <translation>Das Projekt hat nun diese Regeln</translation>
    </message>
    <message>
        <source>Rules (*.json)</source>
        <translation>Regeln (*.json)</translation>
    </message>
    <message>
        <source>Rules written to %1</source>
        <translation>Regeln nach %1 geschrieben</translation>
    </message>
</context>
<context>
    <name>Rejoin::RunsModel</name>
    <message>
        <source>has the merge</source>
        <translation>hat die Zusammenführung</translation>
    </message>
    <message>
        <source>not known: the run was cut off</source>
        <translation>unbekannt: Der Lauf wurde unterbrochen</translation>
    </message>
    <message>
        <source>undone: as before the merge</source>
        <translation>zurückgenommen: wie vor der Zusammenführung</translation>
    </message>
    <message>
        <source>as before the merge</source>
        <translation>wie vor der Zusammenführung</translation>
    </message>
    <message>
        <source>as before the merge: %1</source>
        <translation>wie vor der Zusammenführung: %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Paket</translation>
    </message>
</context>
<context>
    <name>Rejoin::RunsView</name>
    <message>
        <source>Undo the selected run</source>
        <translation>Gewählten Lauf zurücknehmen</translation>
    </message>
    <message>
        <source>Runs and what they left on the servers</source>
        <translation>Läufe und was sie auf den Servern hinterließen</translation>
    </message>
    <message>
        <source>Run the undo script of its bundle: it proves first that no row moved since</source>
        <translation>Das Rücknahme-Skript seines Pakets ausführen: Es prüft zuerst, dass sich keine Zeile geändert hat</translation>
    </message>
    <message>
        <source>Runs from this project&apos;s bundles</source>
        <translation>Läufe aus den Paketen dieses Projekts</translation>
    </message>
</context>
<context>
    <name>Rejoin::SchemaModel</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Ausgangsstand</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>Rejoin::SchemaView</name>
    <message>
        <source>Unchanged columns too</source>
        <translation>Auch unveränderte Spalten</translation>
    </message>
    <message>
        <source>Schema of the table in the baseline, on A and on B</source>
        <translation>Schema der Tabelle im Ausgangsstand, auf A und auf B</translation>
    </message>
    <message>
        <source>The schema of %1 is the same everywhere.</source>
        <translation>Das Schema von %1 ist überall gleich.</translation>
    </message>
    <message>
        <source>Schema of %1: 1 change</source>
        <translation>Schema von %1: 1 Änderung</translation>
    </message>
    <message>
        <source>Schema of %1: %2 changes</source>
        <translation>Schema von %1: %2 Änderungen</translation>
    </message>
    <message>
        <source>%1: one column, renamed</source>
        <translation>%1: eine Spalte, umbenannt</translation>
    </message>
    <message>
        <source>%1 on A is %2 on B, renamed (%3)</source>
        <translation>%1 auf A ist %2 auf B, umbenannt (%3)</translation>
    </message>
</context>
<context>
    <name>Rejoin::ScopePage</name>
    <message>
        <source>Best that there is</source>
        <translation>Der beste verfügbare</translation>
    </message>
    <message>
        <source>Evidence of %1</source>
        <translation>Nachweis für %1</translation>
    </message>
    <message>
        <source>Show these rows</source>
        <translation>Diese Zeilen zeigen</translation>
    </message>
    <message>
        <source>Ask the servers</source>
        <translation>Server befragen</translation>
    </message>
    <message>
        <source>Checkpoint of A…</source>
        <translation>Checkpoint von A…</translation>
    </message>
    <message>
        <source>Checkpoint of B…</source>
        <translation>Checkpoint von B…</translation>
    </message>
    <message>
        <source>Save and compare</source>
        <translation>Speichern und vergleichen</translation>
    </message>
    <message>
        <source>Evidence of the tables</source>
        <translation>Nachweise der Tabellen</translation>
    </message>
    <message>
        <source>When the servers may have parted</source>
        <translation>Wann sich die Server getrennt haben können</translation>
    </message>
    <message>
        <source>Brushed: %1</source>
        <translation>Markiert: %1</translation>
    </message>
    <message>
        <source>Drag over the timeline, or use the arrow keys and Shift, to see only what was written then</source>
        <translation>Über die Zeitachse ziehen, oder Pfeiltasten mit Umschalt, um nur zu sehen, was dann geschrieben wurde</translation>
    </message>
    <message>
        <source>Record its rows in a file, as the common state at the split</source>
        <translation>Seine Zeilen als gemeinsamen Stand bei der Trennung in eine Datei aufnehmen</translation>
    </message>
    <message>
        <source>Ask both servers what they can tell of the past; nothing is written</source>
        <translation>Beide Server fragen, was sie von der Vergangenheit wissen; geschrieben wird nichts</translation>
    </message>
    <message>
        <source>Apart since %1</source>
        <translation>Getrennt seit %1</translation>
    </message>
    <message>
        <source>Apart since: not given</source>
        <translation>Getrennt seit: nicht angegeben</translation>
    </message>
    <message>
        <source>Asking the servers</source>
        <translation>Befragen der Server</translation>
    </message>
    <message>
        <source>Clocks agree</source>
        <translation>Uhren gehen gleich</translation>
    </message>
    <message>
        <source>Clocks differ by %1 s</source>
        <translation>Uhren weichen um %1 s ab</translation>
    </message>
    <message>
        <source>Other moments that the servers know of</source>
        <translation>Andere Zeitpunkte, die die Server kennen</translation>
    </message>
    <message>
        <source>The servers do not tell when they parted</source>
        <translation>Die Server sagen nicht, wann sie sich trennten</translation>
    </message>
    <message>
        <source>Not told by the %1</source>
        <translation>Nicht zu erfahren aus: %1</translation>
    </message>
    <message>
        <source>Write the checkpoint to</source>
        <translation>Checkpoint schreiben nach</translation>
    </message>
    <message>
        <source>Checkpoints (*.checkpoint)</source>
        <translation>Checkpoints (*.checkpoint)</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>Aufnehmen von %1</translation>
    </message>
    <message>
        <source>%1: %2 rows of %3 tables, as of %4</source>
        <translation>%1: %2 Zeilen aus %3 Tabellen, Stand %4</translation>
    </message>
    <message>
        <source>Reading when rows were written</source>
        <translation>Wann Zeilen geschrieben wurden, wird gelesen</translation>
    </message>
    <message>
        <source>About %1 rows of A and %2 of B</source>
        <translation>Etwa %1 Zeilen von A und %2 von B</translation>
    </message>
    <message>
        <source>Tables that are neither compared nor written</source>
        <translation>Tabellen, die weder verglichen noch geschrieben werden</translation>
    </message>
    <message>
        <source>Rows that a comparison of whole tables looks at, as the servers estimate them; where the evidence lists what changed, far fewer are read</source>
        <translation>Zeilen, die ein Vergleich ganzer Tabellen ansieht, wie die Server sie schätzen; wo der Beleg die Änderungen nennt, werden weit weniger gelesen</translation>
    </message>
    <message>
        <source>Take in again: %1</source>
        <translation>Wieder aufnehmen: %1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
</context>
<context>
    <name>Rejoin::ServerForm</name>
    <message>
        <source>Label</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>PRD01</source>
        <translation>PRD01</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>standby: its rows get new keys where keys collide</source>
        <translation>Standby: Ihre Zeilen bekommen bei Kollisionen neue Schlüssel</translation>
    </message>
    <message>
        <source>%1: role</source>
        <translation>%1: Rolle</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Reach by</source>
        <translation>Zugang über</translation>
    </message>
    <message>
        <source>%1: driver, data source or connection string</source>
        <translation>%1: Treiber, Datenquelle oder Verbindungszeichenfolge</translation>
    </message>
    <message>
        <source>%1: database file</source>
        <translation>%1: Datenbankdatei</translation>
    </message>
    <message>
        <source>%1: choose the database file</source>
        <translation>%1: Datenbankdatei wählen</translation>
    </message>
    <message>
        <source>Choose the database file</source>
        <translation>Datenbankdatei wählen</translation>
    </message>
    <message>
        <source>Database file</source>
        <translation>Datenbankdatei</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>the engine&apos;s own</source>
        <translation>der übliche</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>for this run; or env:VARIABLE, which is saved</source>
        <translation>für diesen Lauf; oder env:VARIABLE, das wird gespeichert</translation>
    </message>
    <message>
        <source>ask every time</source>
        <translation>jedes Mal fragen</translation>
    </message>
    <message>
        <source>keep in the keychain</source>
        <translation>im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>%1: keeping the password</source>
        <translation>%1: Aufbewahren des Kennworts</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>Connection string</source>
        <translation>Verbindungszeichenfolge</translation>
    </message>
    <message>
        <source>%1: encryption</source>
        <translation>%1: Verschlüsselung</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>empty: those that this machine trusts</source>
        <translation>leer: denen dieser Rechner vertraut</translation>
    </message>
    <message>
        <source>%1: certificate of the authority</source>
        <translation>%1: Zertifikat der Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>%1: choose the certificate of the authority</source>
        <translation>%1: Zertifikat der Zertifizierungsstelle wählen</translation>
    </message>
    <message>
        <source>Choose the certificate of the authority</source>
        <translation>Zertifikat der Zertifizierungsstelle wählen</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Certificate of the authority</source>
        <translation>Zertifikat der Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>as the driver does by itself</source>
        <translation>wie der Treiber von sich aus</translation>
    </message>
    <message>
        <source>encrypted, certificate checked</source>
        <translation>verschlüsselt, Zertifikat geprüft</translation>
    </message>
    <message>
        <source>encrypted, certificate not checked</source>
        <translation>verschlüsselt, Zertifikat nicht geprüft</translation>
    </message>
    <message>
        <source>Nothing tells with whom you speak</source>
        <translation>Nichts sagt, mit wem gesprochen wird</translation>
    </message>
    <message>
        <source>DSN %1</source>
        <translation>DSN %1</translation>
    </message>
    <message>
        <source>connection string</source>
        <translation>Verbindungszeichenfolge</translation>
    </message>
    <message>
        <source>%1 is not named</source>
        <translation>%1 ist nicht angegeben</translation>
    </message>
    <message>
        <source>Choose its database</source>
        <translation>Seine Datenbank wählen</translation>
    </message>
    <message>
        <source>needs none, or the data source has it</source>
        <translation>keins nötig, oder die Datenquelle hat es</translation>
    </message>
</context>
<context>
    <name>Rejoin::SilenceBar</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht mehr warten</translation>
    </message>
    <message>
        <source>Begin this anew, over new connections</source>
        <translation>Dies über neue Verbindungen von vorn beginnen</translation>
    </message>
    <message>
        <source>Stop, and keep what is done (Esc)</source>
        <translation>Anhalten und behalten, was getan ist (Esc)</translation>
    </message>
    <message>
        <source>Go on without its answer. What became of the script on the server is not known then; it is looked into when the project is opened again</source>
        <translation>Ohne seine Antwort weitergehen. Was auf dem Server aus dem Skript wurde, ist dann nicht bekannt; es wird beim nächsten Öffnen des Projekts geklärt</translation>
    </message>
    <message>
        <source>%1 does not answer; %2 does.</source>
        <translation>%1 antwortet nicht; %2 antwortet.</translation>
    </message>
    <message>
        <source>Neither %1 nor %2 answers.</source>
        <translation>Weder %1 noch %2 antwortet.</translation>
    </message>
    <message>
        <source>Both servers answer other questions: this one takes its time, or waits for a lock.</source>
        <translation>Beide Server beantworten anderes: dies braucht seine Zeit oder wartet auf eine Sperre.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>⚠ No answer since %1 (%2 s). %3.</source>
        <translation>⚠ Keine Antwort seit %1 (%2 s). %3.</translation>
    </message>
</context>
<context>
    <name>Rejoin::StageBar</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Ausliefern</translation>
    </message>
</context>
<context>
    <name>Rejoin::TableDecisions</name>
    <message>
        <source>Take %1 for all undecided of the table…</source>
        <translation>%1 für alle offenen Zeilen der Tabelle übernehmen…</translation>
    </message>
    <message>
        <source>Accept all suggestions of all tables…</source>
        <translation>Alle Vorschläge aller Tabellen annehmen…</translation>
    </message>
    <message>
        <source>Conflicts in %1 from %2, in all undecided rows…</source>
        <translation>Konflikte in %1 aus %2, in allen offenen Zeilen…</translation>
    </message>
    <message>
        <source>Conflicts in this column from %1…</source>
        <translation>Konflikte dieser Spalte aus %1…</translation>
    </message>
    <message>
        <source>No row of this table is undecided</source>
        <translation>Keine Zeile dieser Tabelle ist offen</translation>
    </message>
    <message>
        <source>What %1 has in these rows is dropped. One undo takes it back.</source>
        <translation>Was %1 in diesen Zeilen hat, entfällt. Einmal Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 übernehmen</translation>
    </message>
    <message>
        <source>No undecided row conflicts in %1</source>
        <translation>Keine offene Zeile steht in %1 im Konflikt</translation>
    </message>
    <message>
        <source>Take %1 from %2 in %3 undecided rows of %4?</source>
        <translation>%1 aus %2 in %3 offenen Zeilen von %4 übernehmen?</translation>
    </message>
    <message>
        <source>Rows that conflict in other columns, too, stay undecided there. One undo takes it back.</source>
        <translation>Zeilen mit Konflikten auch in anderen Spalten bleiben dort offen. Einmal Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>No suggestion is open</source>
        <translation>Kein Vorschlag ist offen</translation>
    </message>
    <message>
        <source>Keep both rows of all %1 undecided key collisions?</source>
        <translation>Beide Zeilen aller %1 offenen Schlüsselkollisionen behalten?</translation>
    </message>
    <message>
        <source>Rows of %1 get new keys, with all that refers to them. One undo takes it back.</source>
        <translation>Zeilen von %1 bekommen neue Schlüssel, mit allem, was auf sie verweist. Einmal Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Alle annehmen</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis zu %1</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Zählung</translation>
    </message>
    <message>
        <source>Take %1 for %2 undecided rows of %3?</source>
        <translation>%1 für %2 offene Zeilen von %3 übernehmen?</translation>
    </message>
</context>
<context>
    <name>Rejoin::TableScopeView</name>
    <message>
        <source>Rows of A where</source>
        <translation>Zeilen von A mit</translation>
    </message>
    <message>
        <source>Rows of B where</source>
        <translation>Zeilen von B mit</translation>
    </message>
    <message>
        <source>all rows; else an SQL condition such as region = &apos;EU&apos;</source>
        <translation>alle Zeilen; sonst eine SQL-Bedingung wie region = &apos;EU&apos;</translation>
    </message>
    <message>
        <source>A row is compared where one server&apos;s condition lets it through, and then with whatever the other has under its key</source>
        <translation>Eine Zeile wird verglichen, wenn die Bedingung eines Servers sie durchlässt, und dann mit dem, was der andere unter ihrem Schlüssel hat</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>Nicht geschrieben</translation>
    </message>
    <message>
        <source>The condition of %1 cannot be used: %2.</source>
        <translation>Die Bedingung von %1 ist nicht verwendbar: %2.</translation>
    </message>
    <message>
        <source>no column</source>
        <translation>keine Spalte</translation>
    </message>
    <message>
        <source>Rows paired by</source>
        <translation>Zeilen gepaart nach</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Nicht verglichen</translation>
    </message>
    <message>
        <source>Compared loosely</source>
        <translation>Nachsichtig verglichen</translation>
    </message>
    <message>
        <source>Columns whose values tell which row of A is which row of B; none: the table&apos;s own key</source>
        <translation>Spalten, deren Werte sagen, welche Zeile von A welche von B ist; keine: der eigene Schlüssel der Tabelle</translation>
    </message>
    <message>
        <source>Columns in which no difference counts</source>
        <translation>Spalten, in denen kein Unterschied zählt</translation>
    </message>
    <message>
        <source>Columns whose values count as equal although they are not the same</source>
        <translation>Spalten, deren Werte als gleich gelten, obwohl sie nicht dieselben sind</translation>
    </message>
    <message>
        <source>Columns that no script writes; a trigger fills them, say</source>
        <translation>Spalten, die kein Skript schreibt; etwa weil ein Trigger sie füllt</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Without blanks around it</source>
        <translation>Ohne Leerzeichen darum</translation>
    </message>
    <message>
        <source>Without upper and lower case</source>
        <translation>Ohne Groß- und Kleinschreibung</translation>
    </message>
    <message>
        <source>To the second</source>
        <translation>Auf die Sekunde</translation>
    </message>
    <message>
        <source>To the millisecond</source>
        <translation>Auf die Millisekunde</translation>
    </message>
    <message>
        <source>Apart by up to %1</source>
        <translation>Bis zu %1 auseinander</translation>
    </message>
    <message>
        <source>Leave this table out</source>
        <translation>Diese Tabelle auslassen</translation>
    </message>
    <message>
        <source>It is neither compared nor written</source>
        <translation>Sie wird weder verglichen noch geschrieben</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
</context>
<context>
    <name>Rejoin::TablesDock</name>
    <message>
        <source>Tables with differences</source>
        <translation>Tabellen mit Unterschieden</translation>
    </message>
    <message>
        <source>Also identical tables</source>
        <translation>Auch gleiche Tabellen</translation>
    </message>
</context>
<context>
    <name>Rejoin::TablesList</name>
    <message>
        <source>%1, %2, %3 undecided</source>
        <translation>%1, %2, %3 offen</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>Rejoin::TablesPage</name>
    <message>
        <source>Undecided</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Erneut vergleichen</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Compare again; decisions of rows that did not move are kept</source>
        <translation>Erneut vergleichen; Entscheidungen unveränderter Zeilen bleiben</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Show tables: %1</source>
        <translation>Tabellen zeigen: %1</translation>
    </message>
    <message>
        <source>No differences among what was written since the split; deleted rows were not looked for.</source>
        <translation>Keine Unterschiede in dem, was seit der Trennung geschrieben wurde; nach gelöschten Zeilen wurde nicht gesucht.</translation>
    </message>
    <message numerus="yes">
        <source>No differences in %n tables. B can rejoin A.</source>
        <translation>
            <numerusform>Keine Unterschiede in %n Tabelle. B kann wieder zu A.</numerusform>
            <numerusform>Keine Unterschiede in %n Tabellen. B kann wieder zu A.</numerusform>
        </translation>
    </message>
    <message>
        <source>No differences in the tables that could be compared.</source>
        <translation>Keine Unterschiede in den Tabellen, die verglichen werden konnten.</translation>
    </message>
    <message numerus="yes">
        <source>Different: %1 in %2 of %n tables; %3 automatic, %4 undecided</source>
        <translation>
            <numerusform>Verschieden: %1 in %2 von %n Tabelle; %3 automatisch, %4 offen</numerusform>
            <numerusform>Verschieden: %1 in %2 von %n Tabellen; %3 automatisch, %4 offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleich läuft…</translation>
    </message>
    <message>
        <source>Nothing is compared yet.</source>
        <translation>Noch ist nichts verglichen.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>Hinweise: %1</translation>
    </message>
    <message>
        <source>in one list</source>
        <translation>in einer Liste</translation>
    </message>
    <message>
        <source>by schema</source>
        <translation>nach Schema</translation>
    </message>
    <message>
        <source>by state</source>
        <translation>nach Stand</translation>
    </message>
    <message>
        <source>parents first</source>
        <translation>Eltern zuerst</translation>
    </message>
    <message>
        <source>How the tables stand together</source>
        <translation>Wie die Tabellen beieinander stehen</translation>
    </message>
</context>
<context>
    <name>Rejoin::TimelineView</name>
    <message>
        <source>Writes since the split</source>
        <translation>Schreibvorgänge seit der Trennung</translation>
    </message>
    <message>
        <source>%1 writes from %2 UTC on</source>
        <translation>%1 Schreibvorgänge ab %2 UTC</translation>
    </message>
    <message>
        <source>%1; brushed: %2</source>
        <translation>%1; markiert: %2</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>%1 UTC, %2 min: A %3, B %4</source>
        <translation>%1 UTC, %2 min: A %3, B %4</translation>
    </message>
</context>
<context>
    <name>Rejoin::WelcomePage</name>
    <message>
        <source>not compared</source>
        <translation>nicht verglichen</translation>
    </message>
    <message>
        <source>%1 undecided</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>%1 · the file is gone</source>
        <translation>%1 · die Datei fehlt</translation>
    </message>
    <message>
        <source>Bring two diverged servers back in line</source>
        <translation>Zwei auseinandergelaufene Server wieder in Einklang bringen</translation>
    </message>
    <message>
        <source>See what A and B each changed since they parted, decide what shall stay, and get a reviewed script for each. Nothing is written to a server before Execute.</source>
        <translation>Sehen, was A und B seit der Trennung geändert haben, entscheiden, was bleibt, und für jeden ein geprüftes Skript erhalten. Vor dem Ausführen wird auf keinen Server geschrieben.</translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation>Neuer Vergleich</translation>
    </message>
    <message>
        <source>Name the two servers and, if there is one, the baseline</source>
        <translation>Die beiden Server nennen und, falls vorhanden, den Ausgangsstand</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>A .rejoin project and its session</source>
        <translation>Ein .rejoin-Projekt und seine Sitzung</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Two shop databases after a switch-over that went wrong, with every kind of conflict</source>
        <translation>Zwei Shop-Datenbanken nach einer missglückten Umschaltung, mit jeder Art von Konflikt</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
</context>
<context>
    <name>Rejoin::Words</name>
    <message>
        <source>NULL</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>(no column)</source>
        <translation>(keine Spalte)</translation>
    </message>
    <message>
        <source>(no row)</source>
        <translation>(keine Zeile)</translation>
    </message>
    <message>
        <source>(undecided)</source>
        <translation>(offen)</translation>
    </message>
    <message>
        <source>%1, %2: baseline %3, A %4, B %5, %6</source>
        <translation>%1, %2: Ausgangsstand %3, A %4, B %5, %6</translation>
    </message>
    <message>
        <source>%1 looks alike on both servers, but it belongs to a row whose key names two rows, so it may be two. Keep both keeps each with its own.</source>
        <translation>%1 sieht auf beiden Servern gleich aus, gehört aber zu einer Zeile, deren Schlüssel zwei Zeilen benennt; es können also zwei sein. „Beide behalten“ lässt jeder die ihre.</translation>
    </message>
    <message>
        <source>%1 %2 was entered on both servers: two different %3.</source>
        <translation>%1 %2 wurde auf beiden Servern angelegt: zwei verschiedene Zeilen in %3.</translation>
    </message>
    <message>
        <source>Keep both gives one of them a new key, and all that belongs to it.</source>
        <translation>„Beide behalten“ gibt einer einen neuen Schlüssel, mit allem, was dazugehört.</translation>
    </message>
    <message>
        <source>Keep both: %1&apos;s becomes %2</source>
        <translation>Beide behalten: Die von %1 wird %2</translation>
    </message>
    <message>
        <source>Taking A or B would drop the other one.</source>
        <translation>Nur A oder B zu übernehmen, verwirft die andere.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 %2, with its %3.</source>
        <translation>%1 %2, mit %3.</translation>
    </message>
    <message>
        <source>%1 was changed on both servers. Both changed %2.</source>
        <translation>%1 wurde auf beiden Servern geändert. Beide änderten %2.</translation>
    </message>
    <message>
        <source>Only %1 changed %2: taking the whole row of the other would lose that.</source>
        <translation>Nur %1 änderte %2: Die ganze Zeile der anderen Seite zu übernehmen, verlöre das.</translation>
    </message>
    <message>
        <source>%1 differs in %2. Without a baseline nothing tells who changed it, so it needs you.</source>
        <translation>%1 weicht ab in %2. Ohne Ausgangsstand ist nicht zu erkennen, wer geändert hat; das ist von Hand zu entscheiden.</translation>
    </message>
    <message>
        <source>%1 looks the same on both servers, but it belongs to a key that names two rows: it may be two.</source>
        <translation>%1 sieht auf beiden Servern gleich aus, gehört aber zu einem Schlüssel, der zwei Zeilen benennt: Es können zwei sein.</translation>
    </message>
    <message>
        <source>%1: %2 alone, the other server has not touched it.</source>
        <translation>%1: %2, der andere Server hat die Zeile nicht berührt.</translation>
    </message>
    <message>
        <source>+ new on %1</source>
        <translation>+ neu auf %1</translation>
    </message>
    <message>
        <source>changed on %1</source>
        <translation>geändert auf %1</translation>
    </message>
    <message>
        <source>− deleted on %1</source>
        <translation>− gelöscht auf %1</translation>
    </message>
    <message>
        <source>new or changed on %1</source>
        <translation>neu oder geändert auf %1</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>alike, but two rows</source>
        <translation>gleich, aber zwei Zeilen</translation>
    </message>
    <message>
        <source>same on both</source>
        <translation>auf beiden gleich</translation>
    </message>
    <message>
        <source>key collision</source>
        <translation>Schlüsselkollision</translation>
    </message>
    <message>
        <source>cells merge</source>
        <translation>Zellen vereinbar</translation>
    </message>
    <message>
        <source>cell conflict</source>
        <translation>Zellkonflikt</translation>
    </message>
    <message>
        <source>A deleted, B changed</source>
        <translation>A gelöscht, B geändert</translation>
    </message>
    <message>
        <source>A changed, B deleted</source>
        <translation>A geändert, B gelöscht</translation>
    </message>
    <message>
        <source>missing on B</source>
        <translation>fehlt auf B</translation>
    </message>
    <message>
        <source>missing on A</source>
        <translation>fehlt auf A</translation>
    </message>
    <message>
        <source>drifted before</source>
        <translation>schon vorher verschieden</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Only A</source>
        <translation>Nur A</translation>
    </message>
    <message>
        <source>Only B</source>
        <translation>Nur B</translation>
    </message>
    <message>
        <source>Same on both</source>
        <translation>Auf beiden gleich</translation>
    </message>
    <message>
        <source>Key collisions</source>
        <translation>Schlüsselkollisionen</translation>
    </message>
    <message>
        <source>Cells merge</source>
        <translation>Zellen vereinbar</translation>
    </message>
    <message>
        <source>Cell conflicts</source>
        <translation>Zellkonflikte</translation>
    </message>
    <message>
        <source>Missing on one side</source>
        <translation>Fehlt auf einer Seite</translation>
    </message>
    <message>
        <source>Drifted before</source>
        <translation>Schon vorher verschieden</translation>
    </message>
    <message>
        <source>Neither server changed the row.</source>
        <translation>Kein Server hat die Zeile geändert.</translation>
    </message>
    <message>
        <source>Only A changed the row; B still has the baseline.</source>
        <translation>Nur A hat die Zeile geändert; B hat noch den Ausgangsstand.</translation>
    </message>
    <message>
        <source>Only B changed the row; A still has the baseline.</source>
        <translation>Nur B hat die Zeile geändert; A hat noch den Ausgangsstand.</translation>
    </message>
    <message>
        <source>Both servers made the same change.</source>
        <translation>Beide Server haben dieselbe Änderung gemacht.</translation>
    </message>
    <message>
        <source>Both servers gave this key to a new row: two different rows.</source>
        <translation>Beide Server haben diesen Schlüssel einer neuen Zeile gegeben: zwei verschiedene Zeilen.</translation>
    </message>
    <message>
        <source>Both servers changed the row, in different columns: both changes are kept.</source>
        <translation>Beide Server haben die Zeile geändert, in verschiedenen Spalten: Beide Änderungen bleiben.</translation>
    </message>
    <message>
        <source>Both servers changed the same column to different values.</source>
        <translation>Beide Server haben dieselbe Spalte auf verschiedene Werte geändert.</translation>
    </message>
    <message>
        <source>A deleted the row, B changed it.</source>
        <translation>A hat die Zeile gelöscht, B hat sie geändert.</translation>
    </message>
    <message>
        <source>A changed the row, B deleted it.</source>
        <translation>A hat die Zeile geändert, B hat sie gelöscht.</translation>
    </message>
    <message>
        <source>The row is on one server only, and nothing tells whether it was inserted there or deleted here.</source>
        <translation>Die Zeile steht nur auf einem Server; ob sie dort eingefügt oder hier gelöscht wurde, ist nicht zu erkennen.</translation>
    </message>
    <message>
        <source>The row differed already before the split.</source>
        <translation>Die Zeile war schon vor der Trennung verschieden.</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>✎ edited</source>
        <translation>✎ bearbeitet</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>vereint</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>comparing…</source>
        <translation>Vergleich…</translation>
    </message>
    <message>
        <source>= identical</source>
        <translation>= gleich</translation>
    </message>
    <message>
        <source>= no changes found</source>
        <translation>= keine Änderungen gefunden</translation>
    </message>
    <message>
        <source>✓ different, automatic</source>
        <translation>✓ verschieden, automatisch</translation>
    </message>
    <message>
        <source>⚠ conflicts</source>
        <translation>⚠ Konflikte</translation>
    </message>
    <message>
        <source>✓ decided</source>
        <translation>✓ entschieden</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>⚠ not compared</source>
        <translation>⚠ nicht verglichen</translation>
    </message>
    <message>
        <source>⚠ failed</source>
        <translation>⚠ fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Noch nicht verglichen</translation>
    </message>
    <message>
        <source>Being compared now</source>
        <translation>Wird gerade verglichen</translation>
    </message>
    <message>
        <source>No row differs</source>
        <translation>Keine Zeile weicht ab</translation>
    </message>
    <message>
        <source>No row that was written since the split differs; others were not compared</source>
        <translation>Keine seit der Trennung geschriebene Zeile weicht ab; andere wurden nicht verglichen</translation>
    </message>
    <message>
        <source>Rows differ; every decision is automatic</source>
        <translation>Zeilen weichen ab; alles ist automatisch entschieden</translation>
    </message>
    <message>
        <source>Rows wait for you</source>
        <translation>Zeilen warten auf eine Entscheidung</translation>
    </message>
    <message>
        <source>Everything that needed you is decided</source>
        <translation>Alles, was zu entscheiden war, ist entschieden</translation>
    </message>
    <message>
        <source>Cancelled half way; compare again</source>
        <translation>Mittendrin abgebrochen; erneut vergleichen</translation>
    </message>
    <message>
        <source>Cannot be compared</source>
        <translation>Kann nicht verglichen werden</translation>
    </message>
    <message>
        <source>The comparison failed</source>
        <translation>Der Vergleich ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Ausgangsstand</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Merged cells</source>
        <translation>Vereinte Zellen</translation>
    </message>
    <message>
        <source>Collisions</source>
        <translation>Kollisionen</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reachable, logged in</source>
        <translation>Erreichbar, angemeldet</translation>
    </message>
    <message>
        <source>Clock agrees (%1 s)</source>
        <translation>Uhr geht gleich (%1 s)</translation>
    </message>
    <message>
        <source>Clock differs from this machine&apos;s by %1 s</source>
        <translation>Uhr weicht um %1 s von der dieses Rechners ab</translation>
    </message>
    <message numerus="yes">
        <source>%n tables, readable</source>
        <translation>
            <numerusform>%n Tabelle, lesbar</numerusform>
            <numerusform>%n Tabellen, lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>No tables in this database</source>
        <translation>Keine Tabellen in dieser Datenbank</translation>
    </message>
    <message>
        <source>Reads all, but a script cannot be applied without: %1</source>
        <translation>Liest alles, aber ein Skript kann nicht laufen ohne: %1</translation>
    </message>
    <message>
        <source>Rights to read are missing: %1</source>
        <translation>Leserechte fehlen: %1</translation>
    </message>
    <message>
        <source>The same database as %1: choose two different ones</source>
        <translation>Dieselbe Datenbank wie %1: zwei verschiedene wählen</translation>
    </message>
    <message>
        <source>The engines are not alike: they are compared by what values mean, and cannot be merged</source>
        <translation>Die Systeme sind verschieden: Verglichen wird, was Werte bedeuten; zusammenführen lassen sie sich nicht</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>by key</source>
        <translation>nach Schlüssel</translation>
    </message>
    <message>
        <source>by outcome</source>
        <translation>nach Ergebnis</translation>
    </message>
    <message>
        <source>latest write first</source>
        <translation>zuletzt Geschriebenes zuerst</translation>
    </message>
    <message>
        <source>undecided first</source>
        <translation>Offenes zuerst</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>by what they refer to</source>
        <translation>nach dem, worauf sie verweisen</translation>
    </message>
    <message>
        <source>%1 refers to a key that names two rows: A&apos;s and B&apos;s reference are alike in their digits only.</source>
        <translation>%1 verweist auf einen Schlüssel, der zwei Zeilen benennt: As und Bs Verweis gleichen sich nur in den Ziffern.</translation>
    </message>
</context>
<context>
    <name>Rejoin::Workspace</name>
    <message>
        <source>Comparing</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Deciding</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Accepting suggestions</source>
        <translation>Annahme der Vorschläge</translation>
    </message>
    <message>
        <source>Applying rules</source>
        <translation>Anwendung der Regeln</translation>
    </message>
    <message>
        <source>Taking decisions back</source>
        <translation>Rücknahme von Entscheidungen</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Redoing</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Reserving numbers on %1</source>
        <translation>Reservieren von Nummern auf %1</translation>
    </message>
    <message>
        <source>Looking at earlier runs</source>
        <translation>Prüfen früherer Läufe</translation>
    </message>
    <message>
        <source>Looking ahead</source>
        <translation>Vorausschau</translation>
    </message>
    <message>
        <source>Recording the review</source>
        <translation>Die Prüfung wird festgehalten</translation>
    </message>
    <message>
        <source>Looking at the review</source>
        <translation>Die Prüfung wird angesehen</translation>
    </message>
</context>
<context>
    <name>Rejoin::ask</name>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
</context>
</TS>
