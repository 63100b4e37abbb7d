-- Rejoin: every construct
-- To run: sqlcmd -b -x -f 65001 -i FILE. One transaction: all of it is done, or nothing.
SET NOCOUNT, XACT_ABORT ON;
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT, IMPLICIT_TRANSACTIONS OFF;
SET ROWCOUNT 0;
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
SET LOCK_TIMEOUT 10000;
SET DEADLOCK_PRIORITY LOW;
GO
IF OBJECT_ID(N'tempdb..#rejoin_unlike') IS NOT NULL DROP TABLE #rejoin_unlike;
IF @@TRANCOUNT > 0
BEGIN
  SET XACT_ABORT OFF; -- that transaction is somebody's own: it stays as it is
  THROW 50001, N'rejoin refused: this session has a transaction open: end it first', 1;
END;
CREATE TABLE #rejoin_unlike (place int IDENTITY PRIMARY KEY, row_name nvarchar(max) NOT NULL);
BEGIN TRANSACTION;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF N'Ä€' <> NCHAR(196) + NCHAR(8364) COLLATE Latin1_General_100_BIN2
BEGIN
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: the client does not read this script as UTF-8: run sqlcmd with -f 65001', N'%', N'%%');
  THROW 50001, @rejoin_says, 1;
END;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF DB_NAME() <> N'shop'
  OR (SELECT N'SQL Server database ' + name + N' of ' + CONVERT(nvarchar(23), create_date, 126) +
  N' on ' + COALESCE(CONVERT(nvarchar(256), SERVERPROPERTY('ServerName')), N'?')
  FROM sys.databases WHERE database_id = DB_ID()) <> N'SQL Server database shop of 2026-11-22T09:00:00.123 on PRD01'
BEGIN
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin wrong target: this script is for the database shop as it was compared, not for ' + DB_NAME(), N'%', N'%%');
  THROW 50003, @rejoin_says, 1;
END;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
DECLARE @rejoin_now TABLE (shape nvarchar(1000) COLLATE Latin1_General_100_BIN2);
INSERT INTO @rejoin_now SELECT c.name + N' ' + CASE WHEN ty.is_assembly_type = 1 AND ty.is_user_defined = 1
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
  WHERE c.object_id = OBJECT_ID(N'[dbo].[orders]');
INSERT INTO @rejoin_now SELECT N'trigger ' + name FROM sys.triggers
  WHERE is_disabled = 0 AND parent_id = OBJECT_ID(N'[dbo].[orders]');
IF (SELECT COUNT(*) FROM @rejoin_now) <> 4
  OR EXISTS (SELECT shape COLLATE Latin1_General_100_BIN2 FROM (VALUES (N'order_id bigint not null g'), (N'status nvarchar(max) w'), (N'no"te nvarchar(max) w'), (N'trigger stamp')) AS expected (shape)
    EXCEPT SELECT shape FROM @rejoin_now)
BEGIN
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: the columns or triggers of dbo.orders are not as compared', N'%', N'%%');
  THROW 50001, @rejoin_says, 1;
END;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
DECLARE @rejoin_now TABLE (shape nvarchar(1000) COLLATE Latin1_General_100_BIN2);
INSERT INTO @rejoin_now SELECT c.name + N' ' + CASE WHEN ty.is_assembly_type = 1 AND ty.is_user_defined = 1
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
  WHERE c.object_id = OBJECT_ID(N'[dbo].[log]');
INSERT INTO @rejoin_now SELECT N'trigger ' + name FROM sys.triggers
  WHERE is_disabled = 0 AND parent_id = OBJECT_ID(N'[dbo].[log]');
IF (SELECT COUNT(*) FROM @rejoin_now) <> 2
  OR EXISTS (SELECT shape COLLATE Latin1_General_100_BIN2 FROM (VALUES (N'order_id bigint w'), (N'note nvarchar(max) w')) AS expected (shape)
    EXCEPT SELECT shape FROM @rejoin_now)
BEGIN
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: the columns or triggers of dbo.log are not as compared', N'%', N'%%');
  THROW 50001, @rejoin_says, 1;
END;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF NOT EXISTS (SELECT 1 FROM [dbo].[orders] WHERE [order_id] = 1)
  AND EXISTS (SELECT 1 FROM [dbo].[orders] WHERE [order_id] = 4 AND CONVERT(nvarchar(max), [status]) + N'.' = N'open.' COLLATE Latin1_General_100_BIN2 AND [no"te] IS NULL)
BEGIN
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin already applied: it has been applied before', N'%', N'%%');
  THROW 50002, @rejoin_says, 1;
END;
GO

-- log (7, 'it''s')
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
BEGIN TRY
  DECLARE @rejoin_rows bigint;
  SET @rejoin_rows = CASE WHEN (SELECT count(*) FROM [dbo].[log] WHERE [order_id] = 7 AND CONVERT(nvarchar(max), [note]) + N'.' = N'it''s.' COLLATE Latin1_General_100_BIN2) = 2 THEN 1 ELSE 0 END;
  IF @rejoin_rows = 1 AND NOT EXISTS (SELECT 1 FROM #rejoin_unlike)
  BEGIN
    DELETE TOP (1) FROM [dbo].[log] WHERE [order_id] = 7 AND CONVERT(nvarchar(max), [note]) + N'.' = N'it''s.' COLLATE Latin1_General_100_BIN2;
    SET @rejoin_rows = @@ROWCOUNT;
  END;
  IF @rejoin_rows <> 1
    INSERT INTO #rejoin_unlike (row_name) VALUES (N'log (7, ''it''''s'')');
END TRY
BEGIN CATCH
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: log (7, ''it''''s''): ' + ERROR_MESSAGE(), N'%', N'%%');
  IF ERROR_NUMBER() IN (547, 2601, 2627)
    THROW 50001, @rejoin_says, 1;
  THROW;
END CATCH;
GO

-- orders order_id=1
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
BEGIN TRY
  DECLARE @rejoin_rows bigint;
  SELECT @rejoin_rows = COUNT(*) FROM [dbo].[orders] WITH (UPDLOCK, HOLDLOCK) WHERE [order_id] = 1 AND CONVERT(nvarchar(max), [status]) + N'.' = N'open.' COLLATE Latin1_General_100_BIN2 AND [no"te] IS NULL
    AND NOT EXISTS (SELECT 1 FROM [dbo].[order_lines] AS rejoin_child WHERE rejoin_child.[order_id] = [dbo].[orders].[order_id]);
  IF @rejoin_rows = 1 AND NOT EXISTS (SELECT 1 FROM #rejoin_unlike)
  BEGIN
    DELETE FROM [dbo].[orders] WHERE [order_id] = 1;
    SET @rejoin_rows = @@ROWCOUNT;
  END;
  IF @rejoin_rows <> 1
    INSERT INTO #rejoin_unlike (row_name) VALUES (N'orders order_id=1');
END TRY
BEGIN CATCH
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: orders order_id=1: ' + ERROR_MESSAGE(), N'%', N'%%');
  IF ERROR_NUMBER() IN (547, 2601, 2627)
    THROW 50001, @rejoin_says, 1;
  THROW;
END CATCH;
GO

-- orders order_id=2
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
BEGIN TRY
  DECLARE @rejoin_rows bigint;
  SELECT @rejoin_rows = COUNT(*) FROM [dbo].[orders] WITH (UPDLOCK, HOLDLOCK) WHERE [order_id] = 2 AND CONVERT(nvarchar(max), [status]) + N'.' = N'open.' COLLATE Latin1_General_100_BIN2 AND [no"te] IS NULL;
  IF @rejoin_rows = 1 AND NOT EXISTS (SELECT 1 FROM #rejoin_unlike)
  BEGIN
    UPDATE [dbo].[orders] SET [status] = N'paid' WHERE [order_id] = 2;
    SET @rejoin_rows = @@ROWCOUNT;
  END;
  IF @rejoin_rows <> 1
    INSERT INTO #rejoin_unlike (row_name) VALUES (N'orders order_id=2');
END TRY
BEGIN CATCH
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: orders order_id=2: ' + ERROR_MESSAGE(), N'%', N'%%');
  IF ERROR_NUMBER() IN (547, 2601, 2627)
    THROW 50001, @rejoin_says, 1;
  THROW;
END CATCH;
GO

-- orders order_id=3
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
BEGIN TRY
  DECLARE @rejoin_rows bigint;
  SELECT @rejoin_rows = COUNT(*) FROM [dbo].[orders] WITH (UPDLOCK, HOLDLOCK) WHERE [order_id] = 3 AND HASHBYTES('SHA2_256', [no"te]) IN (0xc3abf381a98e8c8934f17599e60a545f5ced48b6e8d239bd90496637bb77c66c, 0xe1630f843370f402870799e14abbf2b06af2d23b0153658e1211dffabc61ad8f);
  IF @rejoin_rows = 1 AND NOT EXISTS (SELECT 1 FROM #rejoin_unlike)
  BEGIN
    UPDATE [dbo].[orders] SET [no"te] = NULL WHERE [order_id] = 3;
    SET @rejoin_rows = @@ROWCOUNT;
  END;
  IF @rejoin_rows <> 1
    INSERT INTO #rejoin_unlike (row_name) VALUES (N'orders order_id=3');
END TRY
BEGIN CATCH
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: orders order_id=3: ' + ERROR_MESSAGE(), N'%', N'%%');
  IF ERROR_NUMBER() IN (547, 2601, 2627)
    THROW 50001, @rejoin_says, 1;
  THROW;
END CATCH;
GO

-- orders order_id=4
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
BEGIN TRY
  DECLARE @rejoin_rows bigint;
  SET @rejoin_rows = CASE WHEN NOT EXISTS (SELECT 1 FROM [dbo].[orders] WHERE [order_id] = 4) THEN 1 ELSE 0 END;
  IF @rejoin_rows = 1 AND NOT EXISTS (SELECT 1 FROM #rejoin_unlike)
  BEGIN
    SET IDENTITY_INSERT [dbo].[orders] ON;
    INSERT INTO [dbo].[orders] ([order_id], [status], [no"te])
    VALUES (4, N'open', NULL);
    SET @rejoin_rows = @@ROWCOUNT;
    SET IDENTITY_INSERT [dbo].[orders] OFF;
  END;
  IF @rejoin_rows <> 1
    INSERT INTO #rejoin_unlike (row_name) VALUES (N'orders order_id=4');
END TRY
BEGIN CATCH
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  SET IDENTITY_INSERT [dbo].[orders] OFF;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: orders order_id=4: ' + ERROR_MESSAGE(), N'%', N'%%');
  IF ERROR_NUMBER() IN (547, 2601, 2627)
    THROW 50001, @rejoin_says, 1;
  THROW;
END CATCH;
GO

-- log (7, 'it''s')
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
BEGIN TRY
  DECLARE @rejoin_rows bigint;
  SET @rejoin_rows = CASE WHEN (SELECT count(*) FROM [dbo].[log] WHERE [order_id] = 7 AND CONVERT(nvarchar(max), [note]) + N'.' = N'it''s.' COLLATE Latin1_General_100_BIN2) = 1 THEN 1 ELSE 0 END;
  IF @rejoin_rows = 1 AND NOT EXISTS (SELECT 1 FROM #rejoin_unlike)
  BEGIN
    INSERT INTO [dbo].[log] ([order_id], [note])
    VALUES (7, N'it''s');
    SET @rejoin_rows = @@ROWCOUNT;
  END;
  IF @rejoin_rows <> 1
    INSERT INTO #rejoin_unlike (row_name) VALUES (N'log (7, ''it''''s'')');
END TRY
BEGIN CATCH
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: log (7, ''it''''s''): ' + ERROR_MESSAGE(), N'%', N'%%');
  IF ERROR_NUMBER() IN (547, 2601, 2627)
    THROW 50001, @rejoin_says, 1;
  THROW;
END CATCH;
GO

IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF EXISTS (SELECT 1 FROM #rejoin_unlike)
BEGIN
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
END;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF NOT (NOT EXISTS (SELECT 1 FROM [dbo].[orders] WHERE [order_id] = 1))
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'orders order_id=1');
IF NOT (EXISTS (SELECT 1 FROM [dbo].[orders] WHERE [order_id] = 4 AND CONVERT(nvarchar(max), [status]) + N'.' = N'open.' COLLATE Latin1_General_100_BIN2 AND [no"te] IS NULL))
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'orders order_id=4');
IF NOT ((SELECT count(*) FROM [dbo].[log] WHERE [order_id] = 7 AND CONVERT(nvarchar(max), [note]) + N'.' = N'it''s.' COLLATE Latin1_General_100_BIN2) = 2)
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'log (7, ''it''''s'')');
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF EXISTS (SELECT 1 FROM #rejoin_unlike)
BEGIN
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
END;
GO
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
GO
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
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL
  THROW 50001, N'rejoin refused: the script was stopped before its end, nothing was changed', 1;
DROP TABLE #rejoin_unlike;
COMMIT TRANSACTION;
GO

-- a check by itself
-- Rejoin: every construct
-- To run: sqlcmd -b -x -f 65001 -i FILE. One transaction: all of it is done, or nothing.
SET NOCOUNT, XACT_ABORT ON;
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT, IMPLICIT_TRANSACTIONS OFF;
SET ROWCOUNT 0;
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
SET LOCK_TIMEOUT 10000;
SET DEADLOCK_PRIORITY LOW;
GO
IF OBJECT_ID(N'tempdb..#rejoin_unlike') IS NOT NULL DROP TABLE #rejoin_unlike;
IF @@TRANCOUNT > 0
BEGIN
  SET XACT_ABORT OFF; -- that transaction is somebody's own: it stays as it is
  THROW 50001, N'rejoin refused: this session has a transaction open: end it first', 1;
END;
CREATE TABLE #rejoin_unlike (place int IDENTITY PRIMARY KEY, row_name nvarchar(max) NOT NULL);
BEGIN TRANSACTION;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF N'Ä€' <> NCHAR(196) + NCHAR(8364) COLLATE Latin1_General_100_BIN2
BEGIN
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: the client does not read this script as UTF-8: run sqlcmd with -f 65001', N'%', N'%%');
  THROW 50001, @rejoin_says, 1;
END;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF DB_NAME() <> N'shop'
  OR (SELECT N'SQL Server database ' + name + N' of ' + CONVERT(nvarchar(23), create_date, 126) +
  N' on ' + COALESCE(CONVERT(nvarchar(256), SERVERPROPERTY('ServerName')), N'?')
  FROM sys.databases WHERE database_id = DB_ID()) <> N'SQL Server database shop of 2026-11-22T09:00:00.123 on PRD01'
BEGIN
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin wrong target: this script is for the database shop as it was compared, not for ' + DB_NAME(), N'%', N'%%');
  THROW 50003, @rejoin_says, 1;
END;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
DECLARE @rejoin_now TABLE (shape nvarchar(1000) COLLATE Latin1_General_100_BIN2);
INSERT INTO @rejoin_now SELECT c.name + N' ' + CASE WHEN ty.is_assembly_type = 1 AND ty.is_user_defined = 1
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
  WHERE c.object_id = OBJECT_ID(N'[dbo].[orders]');
INSERT INTO @rejoin_now SELECT N'trigger ' + name FROM sys.triggers
  WHERE is_disabled = 0 AND parent_id = OBJECT_ID(N'[dbo].[orders]');
IF (SELECT COUNT(*) FROM @rejoin_now) <> 4
  OR EXISTS (SELECT shape COLLATE Latin1_General_100_BIN2 FROM (VALUES (N'order_id bigint not null g'), (N'status nvarchar(max) w'), (N'no"te nvarchar(max) w'), (N'trigger stamp')) AS expected (shape)
    EXCEPT SELECT shape FROM @rejoin_now)
BEGIN
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: the columns or triggers of dbo.orders are not as compared', N'%', N'%%');
  THROW 50001, @rejoin_says, 1;
END;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
DECLARE @rejoin_now TABLE (shape nvarchar(1000) COLLATE Latin1_General_100_BIN2);
INSERT INTO @rejoin_now SELECT c.name + N' ' + CASE WHEN ty.is_assembly_type = 1 AND ty.is_user_defined = 1
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
  WHERE c.object_id = OBJECT_ID(N'[dbo].[log]');
INSERT INTO @rejoin_now SELECT N'trigger ' + name FROM sys.triggers
  WHERE is_disabled = 0 AND parent_id = OBJECT_ID(N'[dbo].[log]');
IF (SELECT COUNT(*) FROM @rejoin_now) <> 2
  OR EXISTS (SELECT shape COLLATE Latin1_General_100_BIN2 FROM (VALUES (N'order_id bigint w'), (N'note nvarchar(max) w')) AS expected (shape)
    EXCEPT SELECT shape FROM @rejoin_now)
BEGIN
  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
  DECLARE @rejoin_says nvarchar(2048) = REPLACE(N'rejoin refused: the columns or triggers of dbo.log are not as compared', N'%', N'%%');
  THROW 50001, @rejoin_says, 1;
END;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF NOT ((SELECT count(*) FROM [dbo].[log] WHERE [order_id] = 7 AND CONVERT(nvarchar(max), [note]) + N'.' = N'it''s.' COLLATE Latin1_General_100_BIN2) = 1)
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'log (7, ''it''''s'')');
IF NOT (NOT EXISTS (SELECT 1 FROM [dbo].[orders] WHERE [order_id] = 1))
  INSERT INTO #rejoin_unlike (row_name) VALUES (N'orders order_id=1');
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF EXISTS (SELECT 1 FROM #rejoin_unlike)
BEGIN
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
END;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL
  THROW 50001, N'rejoin refused: the script was stopped before its end, nothing was changed', 1;
DROP TABLE #rejoin_unlike;
COMMIT TRANSACTION;
GO
