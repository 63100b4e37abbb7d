
IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF EXISTS (SELECT 1 FROM #rejoin_unlike) RETURN;
DECLARE @rejoin_row nvarchar(max);
BEGIN TRY
  SET @rejoin_row = N'orders order_id=1';
  DELETE FROM [dbo].[orders]
    WHERE [order_id] = 1
    AND CONVERT(nvarchar(max), [status]) + N'.' = N'it''s open.' COLLATE Latin1_General_100_BIN2
    AND [no"te] IS NULL;
  IF @@ROWCOUNT <> 1 INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
  SET @rejoin_row = N'orders order_id=2';
  DELETE FROM [dbo].[orders]
    WHERE [order_id] = 2
    AND CONVERT(nvarchar(max), [status]) + N'.' = N'it''s open.' COLLATE Latin1_General_100_BIN2
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

IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF EXISTS (SELECT 1 FROM #rejoin_unlike) RETURN;
DECLARE @rejoin_row nvarchar(max);
BEGIN TRY
  SET @rejoin_row = N'orders order_id=1';
  UPDATE [dbo].[orders] SET [status] = N'paid'
    WHERE [order_id] = 1
    AND CONVERT(nvarchar(max), [status]) + N'.' = N'it''s open.' COLLATE Latin1_General_100_BIN2
    AND [no"te] IS NULL;
  IF @@ROWCOUNT <> 1 INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
  SET @rejoin_row = N'orders order_id=2';
  UPDATE [dbo].[orders] SET [status] = N'paid'
    WHERE [order_id] = 2
    AND CONVERT(nvarchar(max), [status]) + N'.' = N'it''s open.' COLLATE Latin1_General_100_BIN2
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

IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;
IF EXISTS (SELECT 1 FROM #rejoin_unlike) RETURN;
DECLARE @rejoin_row nvarchar(max);
BEGIN TRY
  SET IDENTITY_INSERT [dbo].[orders] ON;
  SET @rejoin_row = N'orders order_id=1';
  INSERT INTO [dbo].[orders] ([order_id], [status], [no"te])
    VALUES (1, N'it''s open', NULL);
  IF @@ROWCOUNT <> 1 INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);
  SET @rejoin_row = N'orders order_id=2';
  INSERT INTO [dbo].[orders] ([order_id], [status], [no"te])
    VALUES (2, N'it''s open', NULL);
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
