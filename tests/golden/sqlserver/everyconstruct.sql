-- Rejoin: every construct
-- To run: sqlcmd -b -x -f 65001 -i FILE. One transaction: all of it is done, or nothing.
-- Each batch begins by asking whether the transaction still stands, since some clients go on after an error.
-- Text is compared with a full stop behind it: SQL Server takes no notice of blanks at the end.
SET NOCOUNT, XACT_ABORT ON;
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT, IMPLICIT_TRANSACTIONS OFF;
SET ROWCOUNT 0;
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
SET LOCK_TIMEOUT 10000;
SET DEADLOCK_PRIORITY LOW;
GO
IF OBJECT_ID(N'tempdb..#rejoin_unlike') IS NOT NULL DROP TABLE #rejoin_unlike;
IF OBJECT_ID(N'tempdb..#rejoin_steps') IS NOT NULL DROP TABLE #rejoin_steps;
IF @@TRANCOUNT > 0
BEGIN
  SET XACT_ABORT OFF; -- that transaction is somebody's own: it stays as it is
  THROW 50001, N'rejoin refused: this session has a transaction open: end it first', 1;
END;
CREATE TABLE #rejoin_unlike (place int IDENTITY PRIMARY KEY, row_name nvarchar(max) NOT NULL);
CREATE TABLE #rejoin_steps (done int NOT NULL);
INSERT INTO #rejoin_steps (done) VALUES (0);
BEGIN TRANSACTION;
GO

-- The client reads this file as UTF-8, and this is the database that was compared.
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF N'Ä€' <> NCHAR(196) + NCHAR(8364) COLLATE Latin1_General_100_BIN2
  THROW 50001, N'rejoin refused: the client does not read this script as UTF-8: run sqlcmd with -f 65001', 1;
UPDATE #rejoin_steps SET done = done + 1;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin wrong target: this script is for the database shop as it was compared, not for ' + DB_NAME(), N'%', N'%%');
IF DB_NAME() <> N'shop'
  OR COALESCE((SELECT N'SQL Server database ' + name + N' of ' + CONVERT(nvarchar(23), create_date, 126) +
  N' on ' + COALESCE(CONVERT(nvarchar(256), SERVERPROPERTY('ServerName')), N'?')
  FROM sys.databases WHERE name = DB_NAME()), N'') <> N'SQL Server database shop of 2026-11-22T09:00:00.123 on PRD01'
  THROW 50003, @rejoin_says, 1;
UPDATE #rejoin_steps SET done = done + 1;
GO

-- The tables are there, with the columns, triggers and cascades that they had.
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
DECLARE @rejoin_expected TABLE (id int, table_name nvarchar(400) COLLATE Latin1_General_100_BIN2, shape nvarchar(1000) COLLATE Latin1_General_100_BIN2);
INSERT INTO @rejoin_expected SELECT OBJECT_ID(N'[dbo].[orders]'), N'dbo.orders', shape FROM (VALUES
  (N'order_id bigint not null g'),
  (N'status nvarchar(max) w'),
  (N'no"te nvarchar(max) w'),
  (N'trigger stamp'),
  (N'deletes by dbo.order_lines.order_id to order_id')) AS v (shape);
INSERT INTO @rejoin_expected SELECT OBJECT_ID(N'[dbo].[log]'), N'dbo.log', shape FROM (VALUES
  (N'order_id bigint w'),
  (N'note nvarchar(max) w')) AS v (shape);
DECLARE @rejoin_now TABLE (id int, table_name nvarchar(400) COLLATE Latin1_General_100_BIN2, shape nvarchar(1000) COLLATE Latin1_General_100_BIN2);
INSERT INTO @rejoin_now SELECT e.id, e.table_name, c.name + N' ' + CASE WHEN ty.is_assembly_type = 1 AND ty.is_user_defined = 1
    THEN QUOTENAME(SCHEMA_NAME(ty.schema_id)) + N'.' + QUOTENAME(ty.name)
    ELSE COALESCE(base.name, ty.name) + CASE
    WHEN COALESCE(base.name, ty.name) IN (N'varchar', N'nvarchar', N'varbinary') AND c.max_length = -1
      THEN N'(max)'
    WHEN COALESCE(base.name, ty.name) IN (N'char', N'varchar', N'binary', N'varbinary')
      THEN N'(' + CONVERT(nvarchar(10), c.max_length) + N')'
    WHEN COALESCE(base.name, ty.name) IN (N'nchar', N'nvarchar')
      THEN N'(' + CONVERT(nvarchar(10), c.max_length / 2) + N')'
    WHEN COALESCE(base.name, ty.name) IN (N'decimal', N'numeric')
      THEN N'(' + CONVERT(nvarchar(10), c.precision) + N',' + CONVERT(nvarchar(10), c.scale) + N')'
    WHEN COALESCE(base.name, ty.name) IN (N'time', N'datetime2', N'datetimeoffset')
      THEN N'(' + CONVERT(nvarchar(10), c.scale) + N')'
    ELSE N'' END END +
    CASE WHEN c.is_nullable = 0 THEN N' not null ' ELSE N' ' END +
    CASE WHEN c.is_computed = 1 OR c.generated_always_type <> 0 OR c.is_column_set = 1
      OR COALESCE(base.name, ty.name) = N'timestamp' THEN N'c'
    WHEN c.is_identity = 1 OR d.definition LIKE N'%NEXT VALUE FOR%' THEN N'g' ELSE N'w' END
  FROM sys.columns AS c
  JOIN sys.types AS ty ON ty.user_type_id = c.user_type_id
  LEFT JOIN sys.types AS base ON base.user_type_id = ty.system_type_id AND ty.is_user_defined = 1
    AND ty.is_assembly_type = 0
  LEFT JOIN sys.default_constraints AS d ON d.object_id = c.default_object_id
  LEFT JOIN sys.computed_columns AS k ON k.object_id = c.object_id AND k.column_id = c.column_id
  JOIN (SELECT DISTINCT id, table_name FROM @rejoin_expected) AS e ON e.id = c.object_id;
INSERT INTO @rejoin_now SELECT e.id, e.table_name, N'trigger ' + t.name
  FROM sys.triggers AS t
  JOIN (SELECT DISTINCT id, table_name FROM @rejoin_expected) AS e ON e.id = t.parent_id
  WHERE t.is_disabled = 0;
INSERT INTO @rejoin_now SELECT e.id, e.table_name,
    N'deletes by ' + s.name + N'.' + t.name + N'.' + c.name + N' to ' + r.name
  FROM sys.foreign_keys AS f
  JOIN sys.foreign_key_columns AS fc ON fc.constraint_object_id = f.object_id
  JOIN sys.tables AS t ON t.object_id = f.parent_object_id AND t.is_ms_shipped = 0 AND t.temporal_type <> 1
  JOIN sys.schemas AS s ON s.schema_id = t.schema_id
  JOIN sys.columns AS c ON c.object_id = fc.parent_object_id AND c.column_id = fc.parent_column_id
  JOIN sys.columns AS r ON r.object_id = fc.referenced_object_id AND r.column_id = fc.referenced_column_id
  JOIN (SELECT DISTINCT id, table_name FROM @rejoin_expected) AS e ON e.id = f.referenced_object_id
  WHERE f.is_disabled = 0 AND f.delete_referential_action <> 0;
DECLARE @rejoin_other nvarchar(400) = (SELECT MIN(table_name) FROM (
  (SELECT id, table_name, shape FROM @rejoin_expected EXCEPT SELECT id, table_name, shape FROM @rejoin_now)
  UNION ALL
  (SELECT id, table_name, shape FROM @rejoin_now EXCEPT SELECT id, table_name, shape FROM @rejoin_expected)) AS unlike);
DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: ' +
  CASE WHEN EXISTS (SELECT 1 FROM @rejoin_now WHERE table_name = @rejoin_other)
    THEN N'the columns, triggers or cascades of ' + @rejoin_other + N' are not as compared'
    ELSE N'the table ' + @rejoin_other + N' is not there, or not to be seen by this user' END, N'%', N'%%');
IF @rejoin_other IS NOT NULL
  THROW 50001, @rejoin_says, 1;
UPDATE #rejoin_steps SET done = done + 1;
GO

-- The script has not been applied before.
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF NOT EXISTS (SELECT 1 FROM [dbo].[orders] WHERE [order_id] = 1)
  AND EXISTS (SELECT 1 FROM [dbo].[orders] WHERE [order_id] = 4 AND CONVERT(nvarchar(max), [status]) + N'.' = N'open.' COLLATE Latin1_General_100_BIN2 AND [no"te] IS NULL)
  THROW 50002, N'rejoin already applied: it has been applied before', 1;
UPDATE #rejoin_steps SET done = done + 1;
GO

-- Every row is as it was compared, and stays so: it is locked until the end.
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF (SELECT COUNT(*) FROM [dbo].[orders] WITH (UPDLOCK, HOLDLOCK)
    WHERE [order_id] = 1
    AND CONVERT(nvarchar(max), [status]) + N'.' = N'open.' COLLATE Latin1_General_100_BIN2
    AND [no"te] IS NULL) <> 1
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'orders order_id=1');
IF (SELECT COUNT(*) FROM [dbo].[orders] WITH (UPDLOCK, HOLDLOCK)
    WHERE [order_id] = 2
    AND CONVERT(nvarchar(max), [status]) + N'.' = N'open.' COLLATE Latin1_General_100_BIN2
    AND [no"te] IS NULL) <> 1
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'orders order_id=2');
IF (SELECT COUNT(*) FROM [dbo].[orders] WITH (UPDLOCK, HOLDLOCK)
    WHERE [order_id] = 3
    AND HASHBYTES('SHA2_256', [no"te]) IN (0xc3abf381a98e8c8934f17599e60a545f5ced48b6e8d239bd90496637bb77c66c, 0xe1630f843370f402870799e14abbf2b06af2d23b0153658e1211dffabc61ad8f)) <> 1
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'orders order_id=3');
IF EXISTS (SELECT 1 FROM [dbo].[orders] WHERE [order_id] = 4)
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'orders order_id=4');
IF (SELECT count(*) FROM [dbo].[log] WHERE [order_id] = 7 AND CONVERT(nvarchar(max), [note]) + N'.' = N'it''s.' COLLATE Latin1_General_100_BIN2) <> 1
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'log (7, ''it''''s'')');
UPDATE #rejoin_steps SET done = done + 1;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF NOT EXISTS (SELECT 1 FROM #rejoin_unlike)
BEGIN
  UPDATE #rejoin_steps SET done = done + 1;
  RETURN;
END;
DECLARE @rejoin_names TABLE (place int, row_name nvarchar(max));
INSERT INTO @rejoin_names SELECT place, row_name FROM #rejoin_unlike;
ROLLBACK TRANSACTION;
INSERT INTO #rejoin_unlike (row_name) SELECT row_name FROM @rejoin_names ORDER BY place;
DECLARE @rejoin_says nvarchar(2048);
SELECT @rejoin_says = CONCAT(N'rejoin refused: rows moved since the comparison: ', COUNT(*), N', among them ', MAX(CASE WHEN n = 1 THEN row_name END),
    N'; ' + MAX(CASE WHEN n = 2 THEN row_name END), N'; ' + MAX(CASE WHEN n = 3 THEN row_name END))
  FROM (SELECT LEFT(row_name, 400) AS row_name, ROW_NUMBER() OVER (ORDER BY place) AS n
    FROM @rejoin_names) AS named;
SET @rejoin_says = REPLACE(@rejoin_says, N'%', N'%%');
THROW 50001, @rejoin_says, 1;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF (SELECT done FROM #rejoin_steps) <> 6
  THROW 50001, N'rejoin refused: the script was stopped before its end, nothing was changed', 1;
UPDATE #rejoin_steps SET done = 0;
GO

-- log (7, 'it''s')
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF EXISTS (SELECT 1 FROM #rejoin_unlike) RETURN;
DECLARE @rejoin_row nvarchar(max) = N'log (7, ''it''''s'')';
BEGIN TRY
  DELETE TOP (1) FROM [dbo].[log]
    WHERE [order_id] = 7
    AND CONVERT(nvarchar(max), [note]) + N'.' = N'it''s.' COLLATE Latin1_General_100_BIN2
    AND (SELECT count(*) FROM [dbo].[log] WHERE [order_id] = 7 AND CONVERT(nvarchar(max), [note]) + N'.' = N'it''s.' COLLATE Latin1_General_100_BIN2) = 2;
  IF @@ROWCOUNT <> 1 INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
END TRY
BEGIN CATCH
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  IF ERROR_NUMBER() NOT IN (547, 2601, 2627) THROW; -- constraints and unique values
  INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: ' + @rejoin_row + N': ' + ERROR_MESSAGE(), N'%', N'%%');
  THROW 50001, @rejoin_says, 1;
END CATCH;
GO

-- orders order_id=1
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF EXISTS (SELECT 1 FROM #rejoin_unlike) RETURN;
DECLARE @rejoin_row nvarchar(max) = N'orders order_id=1';
BEGIN TRY
  DELETE FROM [dbo].[orders]
    WHERE [order_id] = 1
    AND CONVERT(nvarchar(max), [status]) + N'.' = N'open.' COLLATE Latin1_General_100_BIN2
    AND [no"te] IS NULL
    AND NOT EXISTS (SELECT 1 FROM [dbo].[order_lines] AS rejoin_child WITH (UPDLOCK, HOLDLOCK) WHERE rejoin_child.[order_id] = [dbo].[orders].[order_id]);
  IF @@ROWCOUNT <> 1 INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
END TRY
BEGIN CATCH
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  IF ERROR_NUMBER() NOT IN (547, 2601, 2627) THROW; -- constraints and unique values
  INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: ' + @rejoin_row + N': ' + ERROR_MESSAGE(), N'%', N'%%');
  THROW 50001, @rejoin_says, 1;
END CATCH;
GO

-- orders order_id=2
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF EXISTS (SELECT 1 FROM #rejoin_unlike) RETURN;
DECLARE @rejoin_row nvarchar(max) = N'orders order_id=2';
BEGIN TRY
  UPDATE [dbo].[orders] SET [status] = N'paid'
    WHERE [order_id] = 2
    AND CONVERT(nvarchar(max), [status]) + N'.' = N'open.' COLLATE Latin1_General_100_BIN2
    AND [no"te] IS NULL;
  IF @@ROWCOUNT <> 1 INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
END TRY
BEGIN CATCH
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  IF ERROR_NUMBER() NOT IN (547, 2601, 2627) THROW; -- constraints and unique values
  INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: ' + @rejoin_row + N': ' + ERROR_MESSAGE(), N'%', N'%%');
  THROW 50001, @rejoin_says, 1;
END CATCH;
GO

-- orders order_id=3
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF EXISTS (SELECT 1 FROM #rejoin_unlike) RETURN;
DECLARE @rejoin_row nvarchar(max) = N'orders order_id=3';
BEGIN TRY
  UPDATE [dbo].[orders] SET [no"te] = NULL
    WHERE [order_id] = 3
    AND HASHBYTES('SHA2_256', [no"te]) IN (0xc3abf381a98e8c8934f17599e60a545f5ced48b6e8d239bd90496637bb77c66c, 0xe1630f843370f402870799e14abbf2b06af2d23b0153658e1211dffabc61ad8f);
  IF @@ROWCOUNT <> 1 INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
END TRY
BEGIN CATCH
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  IF ERROR_NUMBER() NOT IN (547, 2601, 2627) THROW; -- constraints and unique values
  INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: ' + @rejoin_row + N': ' + ERROR_MESSAGE(), N'%', N'%%');
  THROW 50001, @rejoin_says, 1;
END CATCH;
GO

-- orders order_id=4
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF EXISTS (SELECT 1 FROM #rejoin_unlike) RETURN;
DECLARE @rejoin_row nvarchar(max) = N'orders order_id=4';
BEGIN TRY
  SET IDENTITY_INSERT [dbo].[orders] ON;
  INSERT INTO [dbo].[orders] ([order_id], [status], [no"te])
    VALUES (4, N'open', NULL);
  IF @@ROWCOUNT <> 1 INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
  SET IDENTITY_INSERT [dbo].[orders] OFF;
END TRY
BEGIN CATCH
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  SET IDENTITY_INSERT [dbo].[orders] OFF;
  IF ERROR_NUMBER() NOT IN (547, 2601, 2627) THROW; -- constraints and unique values
  INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: ' + @rejoin_row + N': ' + ERROR_MESSAGE(), N'%', N'%%');
  THROW 50001, @rejoin_says, 1;
END CATCH;
GO

-- log (7, 'it''s')
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF EXISTS (SELECT 1 FROM #rejoin_unlike) RETURN;
DECLARE @rejoin_row nvarchar(max) = N'log (7, ''it''''s'')';
BEGIN TRY
  IF (SELECT count(*) FROM [dbo].[log] WHERE [order_id] = 7 AND CONVERT(nvarchar(max), [note]) + N'.' = N'it''s.' COLLATE Latin1_General_100_BIN2) <> 1
    INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
  ELSE
    INSERT INTO [dbo].[log] ([order_id], [note])
    VALUES (7, N'it''s');
END TRY
BEGIN CATCH
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  IF ERROR_NUMBER() NOT IN (547, 2601, 2627) THROW; -- constraints and unique values
  INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: ' + @rejoin_row + N': ' + ERROR_MESSAGE(), N'%', N'%%');
  THROW 50001, @rejoin_says, 1;
END CATCH;
GO


-- No operation met another row than it should.
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF NOT EXISTS (SELECT 1 FROM #rejoin_unlike)
BEGIN
  UPDATE #rejoin_steps SET done = done + 1;
  RETURN;
END;
DECLARE @rejoin_names TABLE (place int, row_name nvarchar(max));
INSERT INTO @rejoin_names SELECT place, row_name FROM #rejoin_unlike;
ROLLBACK TRANSACTION;
INSERT INTO #rejoin_unlike (row_name) SELECT row_name FROM @rejoin_names ORDER BY place;
DECLARE @rejoin_says nvarchar(2048);
SELECT @rejoin_says = CONCAT(N'rejoin refused: rows moved since the comparison: ', COUNT(*), N', among them ', MAX(CASE WHEN n = 1 THEN row_name END),
    N'; ' + MAX(CASE WHEN n = 2 THEN row_name END), N'; ' + MAX(CASE WHEN n = 3 THEN row_name END))
  FROM (SELECT LEFT(row_name, 400) AS row_name, ROW_NUMBER() OVER (ORDER BY place) AS n
    FROM @rejoin_names) AS named;
SET @rejoin_says = REPLACE(@rejoin_says, N'%', N'%%');
THROW 50001, @rejoin_says, 1;
GO

-- The rows have the values of the merge.
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF EXISTS (SELECT 1 FROM [dbo].[orders] WHERE [order_id] = 1)
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'orders order_id=1');
IF (SELECT COUNT(*) FROM [dbo].[orders]
    WHERE [order_id] = 4
    AND CONVERT(nvarchar(max), [status]) + N'.' = N'open.' COLLATE Latin1_General_100_BIN2
    AND [no"te] IS NULL) <> 1
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'orders order_id=4');
IF (SELECT count(*) FROM [dbo].[log] WHERE [order_id] = 7 AND CONVERT(nvarchar(max), [note]) + N'.' = N'it''s.' COLLATE Latin1_General_100_BIN2) <> 2
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'log (7, ''it''''s'')');
UPDATE #rejoin_steps SET done = done + 1;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF NOT EXISTS (SELECT 1 FROM #rejoin_unlike)
BEGIN
  UPDATE #rejoin_steps SET done = done + 1;
  RETURN;
END;
DECLARE @rejoin_names TABLE (place int, row_name nvarchar(max));
INSERT INTO @rejoin_names SELECT place, row_name FROM #rejoin_unlike;
ROLLBACK TRANSACTION;
INSERT INTO #rejoin_unlike (row_name) SELECT row_name FROM @rejoin_names ORDER BY place;
DECLARE @rejoin_says nvarchar(2048);
SELECT @rejoin_says = CONCAT(N'rejoin refused: rows are not as merged (does a trigger change them?): ', COUNT(*), N', among them ', MAX(CASE WHEN n = 1 THEN row_name END),
    N'; ' + MAX(CASE WHEN n = 2 THEN row_name END), N'; ' + MAX(CASE WHEN n = 3 THEN row_name END))
  FROM (SELECT LEFT(row_name, 400) AS row_name, ROW_NUMBER() OVER (ORDER BY place) AS n
    FROM @rejoin_names) AS named;
SET @rejoin_says = REPLACE(@rejoin_says, N'%', N'%%');
THROW 50001, @rejoin_says, 1;
GO

-- The next dbo.orders.order_id lies above all that are there.
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
DECLARE @rejoin_last bigint, @rejoin_step bigint, @rejoin_new bigint;
SELECT @rejoin_last = COALESCE(CONVERT(bigint, last_value), CONVERT(bigint, seed_value) - CONVERT(bigint, increment_value)),
  @rejoin_step = CONVERT(bigint, increment_value)
  FROM sys.identity_columns WHERE object_id = OBJECT_ID(N'[dbo].[orders]') AND name = N'order_id';
SET @rejoin_new = 3 + CASE WHEN CASE WHEN @rejoin_last > 4 THEN @rejoin_last ELSE 4 END > 3 THEN (CASE WHEN @rejoin_last > 4 THEN @rejoin_last ELSE 4 END - 3 + @rejoin_step - 1) / @rejoin_step * @rejoin_step ELSE 0 END;
IF @rejoin_step > 0 AND @rejoin_last <> @rejoin_new
BEGIN
  IF NOT EXISTS (SELECT 1 FROM sys.identity_columns WHERE object_id = OBJECT_ID(N'[dbo].[orders]') AND name = N'order_id' AND last_value IS NOT NULL) SET @rejoin_new += @rejoin_step;
  DECLARE @rejoin_does nvarchar(1000) = N'DBCC CHECKIDENT (''[dbo].[orders]'', RESEED, ' + CONVERT(nvarchar(20), @rejoin_new) + N') WITH NO_INFOMSGS';
  EXEC sys.sp_executesql @rejoin_does;
END;
SELECT @rejoin_last = COALESCE(CONVERT(bigint, last_value), CONVERT(bigint, seed_value) - CONVERT(bigint, increment_value)) FROM sys.identity_columns WHERE object_id = OBJECT_ID(N'[dbo].[orders]') AND name = N'order_id';
IF @rejoin_step > 0 AND @rejoin_last < (SELECT MAX([order_id]) FROM [dbo].[orders])
  THROW 50001, N'rejoin refused: the generator of dbo.orders is below its highest key', 1;
UPDATE #rejoin_steps SET done = done + 1;
GO

-- dbo.orders.order_id goes on from where it was, if nobody took a number since.
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
DECLARE @rejoin_last bigint, @rejoin_step bigint, @rejoin_new bigint;
SELECT @rejoin_last = COALESCE(CONVERT(bigint, last_value), CONVERT(bigint, seed_value) - CONVERT(bigint, increment_value)),
  @rejoin_step = CONVERT(bigint, increment_value)
  FROM sys.identity_columns WHERE object_id = OBJECT_ID(N'[dbo].[orders]') AND name = N'order_id';
IF @rejoin_step > 0 AND @rejoin_last = 3 + CASE WHEN 4 > 3 THEN (4 - 3 + @rejoin_step - 1) / @rejoin_step * @rejoin_step ELSE 0 END -- nobody has taken a number since
BEGIN
  SET @rejoin_new = 3;
  DECLARE @rejoin_does nvarchar(1000) = N'DBCC CHECKIDENT (''[dbo].[orders]'', RESEED, ' + CONVERT(nvarchar(20), @rejoin_new) + N') WITH NO_INFOMSGS';
  EXEC sys.sp_executesql @rejoin_does;
END;
UPDATE #rejoin_steps SET done = done + 1;
GO

-- All of it, or nothing.
DECLARE @rejoin_done int;
IF @@TRANCOUNT = 1 AND OBJECT_ID(N'tempdb..#rejoin_unlike') IS NOT NULL
  SELECT @rejoin_done = done FROM #rejoin_steps;
IF @rejoin_done IS NULL OR @rejoin_done <> 5
  THROW 50001, N'rejoin refused: the script was stopped before its end, nothing was changed', 1;
DROP TABLE #rejoin_unlike;
DROP TABLE #rejoin_steps;
COMMIT TRANSACTION;
GO

-- a check by itself
-- Rejoin: every construct
-- To run: sqlcmd -b -x -f 65001 -i FILE. One transaction: all of it is done, or nothing.
-- Each batch begins by asking whether the transaction still stands, since some clients go on after an error.
-- Text is compared with a full stop behind it: SQL Server takes no notice of blanks at the end.
SET NOCOUNT, XACT_ABORT ON;
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT, IMPLICIT_TRANSACTIONS OFF;
SET ROWCOUNT 0;
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
SET LOCK_TIMEOUT 10000;
SET DEADLOCK_PRIORITY LOW;
GO
IF OBJECT_ID(N'tempdb..#rejoin_unlike') IS NOT NULL DROP TABLE #rejoin_unlike;
IF OBJECT_ID(N'tempdb..#rejoin_steps') IS NOT NULL DROP TABLE #rejoin_steps;
IF @@TRANCOUNT > 0
BEGIN
  SET XACT_ABORT OFF; -- that transaction is somebody's own: it stays as it is
  THROW 50001, N'rejoin refused: this session has a transaction open: end it first', 1;
END;
CREATE TABLE #rejoin_unlike (place int IDENTITY PRIMARY KEY, row_name nvarchar(max) NOT NULL);
CREATE TABLE #rejoin_steps (done int NOT NULL);
INSERT INTO #rejoin_steps (done) VALUES (0);
BEGIN TRANSACTION;
GO

-- The client reads this file as UTF-8, and this is the database that was compared.
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF N'Ä€' <> NCHAR(196) + NCHAR(8364) COLLATE Latin1_General_100_BIN2
  THROW 50001, N'rejoin refused: the client does not read this script as UTF-8: run sqlcmd with -f 65001', 1;
UPDATE #rejoin_steps SET done = done + 1;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin wrong target: this script is for the database shop as it was compared, not for ' + DB_NAME(), N'%', N'%%');
IF DB_NAME() <> N'shop'
  OR COALESCE((SELECT N'SQL Server database ' + name + N' of ' + CONVERT(nvarchar(23), create_date, 126) +
  N' on ' + COALESCE(CONVERT(nvarchar(256), SERVERPROPERTY('ServerName')), N'?')
  FROM sys.databases WHERE name = DB_NAME()), N'') <> N'SQL Server database shop of 2026-11-22T09:00:00.123 on PRD01'
  THROW 50003, @rejoin_says, 1;
UPDATE #rejoin_steps SET done = done + 1;
GO

-- The tables are there, with the columns, triggers and cascades that they had.
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
DECLARE @rejoin_expected TABLE (id int, table_name nvarchar(400) COLLATE Latin1_General_100_BIN2, shape nvarchar(1000) COLLATE Latin1_General_100_BIN2);
INSERT INTO @rejoin_expected SELECT OBJECT_ID(N'[dbo].[orders]'), N'dbo.orders', shape FROM (VALUES
  (N'order_id bigint not null g'),
  (N'status nvarchar(max) w'),
  (N'no"te nvarchar(max) w'),
  (N'trigger stamp'),
  (N'deletes by dbo.order_lines.order_id to order_id')) AS v (shape);
INSERT INTO @rejoin_expected SELECT OBJECT_ID(N'[dbo].[log]'), N'dbo.log', shape FROM (VALUES
  (N'order_id bigint w'),
  (N'note nvarchar(max) w')) AS v (shape);
DECLARE @rejoin_now TABLE (id int, table_name nvarchar(400) COLLATE Latin1_General_100_BIN2, shape nvarchar(1000) COLLATE Latin1_General_100_BIN2);
INSERT INTO @rejoin_now SELECT e.id, e.table_name, c.name + N' ' + CASE WHEN ty.is_assembly_type = 1 AND ty.is_user_defined = 1
    THEN QUOTENAME(SCHEMA_NAME(ty.schema_id)) + N'.' + QUOTENAME(ty.name)
    ELSE COALESCE(base.name, ty.name) + CASE
    WHEN COALESCE(base.name, ty.name) IN (N'varchar', N'nvarchar', N'varbinary') AND c.max_length = -1
      THEN N'(max)'
    WHEN COALESCE(base.name, ty.name) IN (N'char', N'varchar', N'binary', N'varbinary')
      THEN N'(' + CONVERT(nvarchar(10), c.max_length) + N')'
    WHEN COALESCE(base.name, ty.name) IN (N'nchar', N'nvarchar')
      THEN N'(' + CONVERT(nvarchar(10), c.max_length / 2) + N')'
    WHEN COALESCE(base.name, ty.name) IN (N'decimal', N'numeric')
      THEN N'(' + CONVERT(nvarchar(10), c.precision) + N',' + CONVERT(nvarchar(10), c.scale) + N')'
    WHEN COALESCE(base.name, ty.name) IN (N'time', N'datetime2', N'datetimeoffset')
      THEN N'(' + CONVERT(nvarchar(10), c.scale) + N')'
    ELSE N'' END END +
    CASE WHEN c.is_nullable = 0 THEN N' not null ' ELSE N' ' END +
    CASE WHEN c.is_computed = 1 OR c.generated_always_type <> 0 OR c.is_column_set = 1
      OR COALESCE(base.name, ty.name) = N'timestamp' THEN N'c'
    WHEN c.is_identity = 1 OR d.definition LIKE N'%NEXT VALUE FOR%' THEN N'g' ELSE N'w' END
  FROM sys.columns AS c
  JOIN sys.types AS ty ON ty.user_type_id = c.user_type_id
  LEFT JOIN sys.types AS base ON base.user_type_id = ty.system_type_id AND ty.is_user_defined = 1
    AND ty.is_assembly_type = 0
  LEFT JOIN sys.default_constraints AS d ON d.object_id = c.default_object_id
  LEFT JOIN sys.computed_columns AS k ON k.object_id = c.object_id AND k.column_id = c.column_id
  JOIN (SELECT DISTINCT id, table_name FROM @rejoin_expected) AS e ON e.id = c.object_id;
INSERT INTO @rejoin_now SELECT e.id, e.table_name, N'trigger ' + t.name
  FROM sys.triggers AS t
  JOIN (SELECT DISTINCT id, table_name FROM @rejoin_expected) AS e ON e.id = t.parent_id
  WHERE t.is_disabled = 0;
INSERT INTO @rejoin_now SELECT e.id, e.table_name,
    N'deletes by ' + s.name + N'.' + t.name + N'.' + c.name + N' to ' + r.name
  FROM sys.foreign_keys AS f
  JOIN sys.foreign_key_columns AS fc ON fc.constraint_object_id = f.object_id
  JOIN sys.tables AS t ON t.object_id = f.parent_object_id AND t.is_ms_shipped = 0 AND t.temporal_type <> 1
  JOIN sys.schemas AS s ON s.schema_id = t.schema_id
  JOIN sys.columns AS c ON c.object_id = fc.parent_object_id AND c.column_id = fc.parent_column_id
  JOIN sys.columns AS r ON r.object_id = fc.referenced_object_id AND r.column_id = fc.referenced_column_id
  JOIN (SELECT DISTINCT id, table_name FROM @rejoin_expected) AS e ON e.id = f.referenced_object_id
  WHERE f.is_disabled = 0 AND f.delete_referential_action <> 0;
DECLARE @rejoin_other nvarchar(400) = (SELECT MIN(table_name) FROM (
  (SELECT id, table_name, shape FROM @rejoin_expected EXCEPT SELECT id, table_name, shape FROM @rejoin_now)
  UNION ALL
  (SELECT id, table_name, shape FROM @rejoin_now EXCEPT SELECT id, table_name, shape FROM @rejoin_expected)) AS unlike);
DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: ' +
  CASE WHEN EXISTS (SELECT 1 FROM @rejoin_now WHERE table_name = @rejoin_other)
    THEN N'the columns, triggers or cascades of ' + @rejoin_other + N' are not as compared'
    ELSE N'the table ' + @rejoin_other + N' is not there, or not to be seen by this user' END, N'%', N'%%');
IF @rejoin_other IS NOT NULL
  THROW 50001, @rejoin_says, 1;
UPDATE #rejoin_steps SET done = done + 1;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF (SELECT count(*) FROM [dbo].[log] WHERE [order_id] = 7 AND CONVERT(nvarchar(max), [note]) + N'.' = N'it''s.' COLLATE Latin1_General_100_BIN2) <> 1
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'log (7, ''it''''s'')');
IF EXISTS (SELECT 1 FROM [dbo].[orders] WHERE [order_id] = 1)
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'orders order_id=1');
UPDATE #rejoin_steps SET done = done + 1;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF NOT EXISTS (SELECT 1 FROM #rejoin_unlike)
BEGIN
  UPDATE #rejoin_steps SET done = done + 1;
  RETURN;
END;
DECLARE @rejoin_names TABLE (place int, row_name nvarchar(max));
INSERT INTO @rejoin_names SELECT place, row_name FROM #rejoin_unlike;
ROLLBACK TRANSACTION;
INSERT INTO #rejoin_unlike (row_name) SELECT row_name FROM @rejoin_names ORDER BY place;
DECLARE @rejoin_says nvarchar(2048);
SELECT @rejoin_says = CONCAT(N'rejoin refused: rows are not as expected: ', COUNT(*), N', among them ', MAX(CASE WHEN n = 1 THEN row_name END),
    N'; ' + MAX(CASE WHEN n = 2 THEN row_name END), N'; ' + MAX(CASE WHEN n = 3 THEN row_name END))
  FROM (SELECT LEFT(row_name, 400) AS row_name, ROW_NUMBER() OVER (ORDER BY place) AS n
    FROM @rejoin_names) AS named;
SET @rejoin_says = REPLACE(@rejoin_says, N'%', N'%%');
THROW 50001, @rejoin_says, 1;
GO
DECLARE @rejoin_done int;
IF @@TRANCOUNT = 1 AND OBJECT_ID(N'tempdb..#rejoin_unlike') IS NOT NULL
  SELECT @rejoin_done = done FROM #rejoin_steps;
IF @rejoin_done IS NULL OR @rejoin_done <> 5
  THROW 50001, N'rejoin refused: the script was stopped before its end, nothing was changed', 1;
DROP TABLE #rejoin_unlike;
DROP TABLE #rejoin_steps;
COMMIT TRANSACTION;
GO
