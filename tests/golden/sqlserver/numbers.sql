SET NOCOUNT ON;
SET XACT_ABORT ON;
SET LOCK_TIMEOUT 30000;
BEGIN TRANSACTION;
DECLARE @rejoin_first bigint, @rejoin_locks int;
SELECT @rejoin_locks = COUNT(*) FROM (SELECT TOP (1) 1 AS n FROM [dbo].[order's] WITH (TABLOCKX, HOLDLOCK)) AS locked;
DECLARE @rejoin_last bigint, @rejoin_step bigint, @rejoin_new bigint;
SELECT @rejoin_last = COALESCE(CONVERT(bigint, last_value), CONVERT(bigint, seed_value) - CONVERT(bigint, increment_value)),
  @rejoin_step = CONVERT(bigint, increment_value)
  FROM sys.identity_columns WHERE object_id = OBJECT_ID(N'[dbo].[order''s]') AND name = N'order id';
SET @rejoin_first = @rejoin_last + CASE WHEN 5000 - @rejoin_last >= @rejoin_step
  THEN (5000 - @rejoin_last) / @rejoin_step * @rejoin_step + @rejoin_step ELSE @rejoin_step END;
SET @rejoin_new = @rejoin_first + 19 * @rejoin_step;
IF NOT EXISTS (SELECT 1 FROM sys.identity_columns WHERE object_id = OBJECT_ID(N'[dbo].[order''s]') AND name = N'order id' AND last_value IS NOT NULL) SET @rejoin_new += @rejoin_step;
IF @rejoin_step > 0
BEGIN
  DECLARE @rejoin_does nvarchar(1000) = N'DBCC CHECKIDENT (''[dbo].[order''''s]'', RESEED, ' + CONVERT(nvarchar(20), @rejoin_new) + N') WITH NO_INFOMSGS';
  EXEC sys.sp_executesql @rejoin_does;
END;
COMMIT TRANSACTION;
SELECT @rejoin_first, @rejoin_first + 19 * @rejoin_step, @rejoin_step
  WHERE @rejoin_step > 0;
-- after an error
IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION
