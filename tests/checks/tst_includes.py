#!/usr/bin/env python3
"""Proves that includes.py refuses what it should, and nothing else. usage: tst_includes.py QT_INCLUDE_FOLDER"""

import sys
import unittest

from includes import complaints

QT = sys.argv.pop()


def refused(path, line):
    return list(complaints(path, line + "\n", QT))


class Includes(unittest.TestCase):
    def test_own_headers(self):
        self.assertFalse(refused("diffcore/base/x.cpp", '#include "diffcore/base/error.h"'))
        self.assertFalse(refused("ui/x.cpp", '#include "models/jobs.h"'))
        self.assertTrue(refused("diffcore/base/x.cpp", '#include "models/jobs.h"'))
        self.assertTrue(refused("diffcore/base/x.cpp", '#include "app/cli/cli.h"'))
        self.assertTrue(refused("models/x.cpp", '#include "ui/mainwindow.h"'))
        self.assertTrue(refused("app/cli/x.cpp", '#include "ui/mainwindow.h"'))
        self.assertTrue(refused("app/cli/x.cpp", '#include "models/jobs.h"'))
        self.assertFalse(refused("app/main.cpp", '#include "ui/application.h"'))
        self.assertTrue(refused("ui/x.cpp", '#include "../app/cli/cli.h"'))

    def test_qt(self):
        self.assertFalse(refused("diffcore/base/x.cpp", "#include <QString>"))
        self.assertFalse(refused("diffcore/base/x.cpp", "#include <QSqlDriver>"))
        self.assertTrue(refused("diffcore/base/x.cpp", "#include <QColor>"))
        self.assertTrue(refused("diffcore/base/x.cpp", "#include <QtGui/QColor>"))
        self.assertTrue(refused("models/x.cpp", "#include <QSqlQuery>"))
        self.assertTrue(refused("models/x.h", "# include <QWidget>"))
        self.assertFalse(refused("ui/x.cpp", "#include <QWidget>"))
        self.assertTrue(refused("app/cli/x.cpp", "#include <QMessageBox>"))

    def test_libraries(self):
        self.assertFalse(refused("diffcore/odbc/x.cpp", "#include <sqlext.h>"))
        self.assertFalse(refused("diffcore/odbc/x.cpp", "#include <optional>"))
        self.assertTrue(refused("ui/x.cpp", "#include <sqlext.h>"))
        self.assertTrue(refused("models/x.cpp", "#include <spdlog/spdlog.h>"))
        self.assertTrue(refused("diffcore/base/x.cpp", "#include <boost/any.hpp>"))


class SqlText(unittest.TestCase):
    def test_refused_outside_the_dialect(self):
        for text in ("SELECT * FROM t", "insert", "INSERT INTO t VALUES (1)", "UPDATE t SET a = 1", "DELETE FROM t",
                     "ALTER TABLE t ADD c", "  SELECT 1", "PRAGMA foreign_keys"):
            line = f'    query.exec(u"{text}"_s);'
            self.assertEqual(bool(refused("ui/x.cpp", line)), text != "insert", text)
            self.assertFalse(refused("diffcore/dialect/x.cpp", line), text)

    def test_prose_is_no_sql(self):
        self.assertFalse(refused("ui/x.cpp", 'label(u"Select a table"_s);'))
        self.assertFalse(refused("ui/x.cpp", 'counts.value(u"update"_s);'))
        self.assertFalse(refused("ui/x.cpp", '// as in "SELECT 1"'))


if __name__ == "__main__":
    unittest.main()
