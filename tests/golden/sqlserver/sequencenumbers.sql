SET NOCOUNT ON;
SET XACT_ABORT ON;
SET LOCK_TIMEOUT 30000;
BEGIN TRANSACTION;
DECLARE @rejoin_given sql_variant, @rejoin_first bigint;
DECLARE @rejoin_last bigint, @rejoin_step bigint, @rejoin_new bigint;
SELECT @rejoin_last = CASE WHEN CONVERT(bigint, current_value) = CONVERT(bigint, start_value)
    AND (last_used_value IS NULL OR CONVERT(bigint, last_used_value) <> CONVERT(bigint, current_value))
  THEN CONVERT(bigint, current_value) - CONVERT(bigint, increment) ELSE CONVERT(bigint, current_value) END,
  @rejoin_step = CONVERT(bigint, increment)
  FROM sys.sequences WHERE object_id = OBJECT_ID(N'[dbo].[numbers]');
IF @rejoin_step > 0 AND @rejoin_last < 5000
BEGIN
  SET @rejoin_new = (5000 - @rejoin_last + @rejoin_step - 1) / @rejoin_step;
  EXEC sys.sp_sequence_get_range @sequence_name = N'[dbo].[numbers]', @range_size = @rejoin_new,
    @range_first_value = @rejoin_given OUTPUT;
END;
SET @rejoin_new = 20;
IF @rejoin_step > 0 EXEC sys.sp_sequence_get_range @sequence_name = N'[dbo].[numbers]', @range_size = @rejoin_new,
    @range_first_value = @rejoin_given OUTPUT;
SET @rejoin_first = CONVERT(bigint, @rejoin_given);
COMMIT TRANSACTION;
SELECT @rejoin_first, @rejoin_first + 19 * @rejoin_step, @rejoin_step
  WHERE @rejoin_step > 0;
-- after an error
IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION
