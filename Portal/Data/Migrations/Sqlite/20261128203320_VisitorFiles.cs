using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class VisitorFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand, since the tool would make both tables anew outside of any transaction: a stop in the middle would leave half of it.
            // A column may bring its check along; and nothing refers to a file, so that its table can be made anew within the transaction.
            migrationBuilder.Sql(
                """
                ALTER TABLE "Objections" ADD COLUMN "LinkHash" TEXT COLLATE BINARY NULL CONSTRAINT "CK_Objections_LinkHash_Length" CHECK (length([LinkHash]) <= 64);

                CREATE UNIQUE INDEX "IX_Objections_LinkHash" ON "Objections" ("LinkHash") WHERE [LinkHash] IS NOT NULL;

                CREATE TABLE "NewEvidence" (
                    "Id" TEXT NOT NULL CONSTRAINT "PK_Evidence" PRIMARY KEY,
                    "AddedAt" TEXT NOT NULL,
                    "AddedBy" TEXT NULL,
                    "Format" TEXT COLLATE BINARY NOT NULL,
                    "KeyVersion" INTEGER NOT NULL,
                    "Kind" TEXT COLLATE BINARY NOT NULL,
                    "Matter" TEXT COLLATE BINARY NOT NULL,
                    "Owner" TEXT NOT NULL,
                    "RemovalReason" TEXT COLLATE BINARY NULL,
                    "RemovedAt" TEXT NULL,
                    "SealedName" BLOB NOT NULL,
                    "Size" INTEGER NOT NULL,
                    "State" TEXT COLLATE BINARY NOT NULL,
                    "StorageName" TEXT COLLATE BINARY NOT NULL,
                    "Version" INTEGER NOT NULL,
                    "WrappedKey" BLOB NULL,
                    CONSTRAINT "CK_Evidence_Format_Length" CHECK (length([Format]) <= 32),
                    CONSTRAINT "CK_Evidence_Kind_Length" CHECK (length([Kind]) <= 32),
                    CONSTRAINT "CK_Evidence_Matter_Length" CHECK (length([Matter]) <= 32),
                    CONSTRAINT "CK_Evidence_RemovalReason_Length" CHECK (length([RemovalReason]) <= 500),
                    CONSTRAINT "CK_Evidence_RemovedHasReason" CHECK (([RemovedAt] IS NULL AND [RemovalReason] IS NULL) OR ([RemovedAt] IS NOT NULL AND [RemovalReason] IS NOT NULL)),
                    CONSTRAINT "CK_Evidence_State_Length" CHECK (length([State]) <= 32),
                    CONSTRAINT "CK_Evidence_StorageName_Length" CHECK (length([StorageName]) <= 32),
                    CONSTRAINT "FK_Evidence_People_AddedBy" FOREIGN KEY ("AddedBy") REFERENCES "People" ("Id") ON DELETE RESTRICT
                );

                INSERT INTO "NewEvidence" ("Id", "AddedAt", "AddedBy", "Format", "KeyVersion", "Kind", "Matter", "Owner", "RemovalReason", "RemovedAt", "SealedName", "Size", "State", "StorageName", "Version", "WrappedKey")
                SELECT "Id", "AddedAt", "AddedBy", "Format", "KeyVersion", "Kind", "Matter", "Owner", "RemovalReason", "RemovedAt", "SealedName", "Size", "State", "StorageName", "Version", "WrappedKey"
                FROM "Evidence";

                DROP TABLE "Evidence";

                ALTER TABLE "NewEvidence" RENAME TO "Evidence";

                CREATE INDEX "IX_Evidence_AddedBy" ON "Evidence" ("AddedBy");

                CREATE INDEX "IX_Evidence_Matter_Owner" ON "Evidence" ("Matter", "Owner");

                CREATE INDEX "IX_Evidence_State" ON "Evidence" ("State");

                CREATE UNIQUE INDEX "IX_Evidence_StorageName" ON "Evidence" ("StorageName");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Objections_LinkHash",
                table: "Objections");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Objections_LinkHash_Length",
                table: "Objections");

            migrationBuilder.DropColumn(
                name: "LinkHash",
                table: "Objections");

            migrationBuilder.AlterColumn<Guid>(
                name: "AddedBy",
                table: "Evidence",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
