IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
CREATE TABLE #rejoin_keys (id int NOT NULL, is_not_trusted bit NOT NULL, orphans bigint NOT NULL);
INSERT INTO #rejoin_keys SELECT object_id, is_not_trusted, 0 FROM sys.foreign_keys
  WHERE object_id = OBJECT_ID(N'[dbo].[of]]t]') AND is_disabled = 0;
IF EXISTS (SELECT 1 FROM #rejoin_keys WHERE id = OBJECT_ID(N'[dbo].[of]]t]') AND is_not_trusted = 1)
  UPDATE #rejoin_keys SET orphans = (SELECT COUNT_BIG(*) FROM [dbo].[t] AS rejoin_child WHERE rejoin_child.[c] IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM [dbo].[t] AS rejoin_parent WHERE rejoin_parent.[c] = rejoin_child.[c]))
    WHERE id = OBJECT_ID(N'[dbo].[of]]t]');
ALTER TABLE [dbo].[t] NOCHECK CONSTRAINT [of]]t];
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
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF EXISTS (SELECT 1 FROM #rejoin_keys WHERE id = OBJECT_ID(N'[dbo].[of]]t]') AND is_not_trusted = 0)
  ALTER TABLE [dbo].[t] WITH CHECK CHECK CONSTRAINT [of]]t];
IF EXISTS (SELECT 1 FROM #rejoin_keys WHERE id = OBJECT_ID(N'[dbo].[of]]t]') AND is_not_trusted = 1)
BEGIN
  IF (SELECT COUNT_BIG(*) FROM [dbo].[t] AS rejoin_child WHERE rejoin_child.[c] IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM [dbo].[t] AS rejoin_parent WHERE rejoin_parent.[c] = rejoin_child.[c]))
    > (SELECT orphans FROM #rejoin_keys WHERE id = OBJECT_ID(N'[dbo].[of]]t]'))
    THROW 50001, N'rejoin refused: the script would leave rows of dbo.t that refer to none of dbo.t', 1;
  ALTER TABLE [dbo].[t] WITH NOCHECK CHECK CONSTRAINT [of]]t];
END;
UPDATE #rejoin_steps SET done = done + 1;
GO
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
DROP TABLE #rejoin_keys;
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

-- All of it, or nothing.
DECLARE @rejoin_done int;
IF @@TRANCOUNT = 1 AND OBJECT_ID(N'tempdb..#rejoin_unlike') IS NOT NULL
  SELECT @rejoin_done = done FROM #rejoin_steps;
IF @rejoin_done IS NULL OR @rejoin_done <> 4
  THROW 50001, N'rejoin refused: the script was stopped before its end, nothing was changed', 1;
DROP TABLE #rejoin_unlike;
DROP TABLE #rejoin_steps;
COMMIT TRANSACTION;
GO
