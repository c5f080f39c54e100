using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The table made anew by hand: EF would do it outside the transaction, for foreign keys that it does not have.
            migrationBuilder.Sql(
                """
                CREATE TABLE "AuditKeys_New" (
                    "Subject" TEXT NOT NULL,
                    "Month" INTEGER NOT NULL,
                    "Name" TEXT COLLATE BINARY NULL,
                    "KeyVersion" INTEGER NOT NULL,
                    "Wrapped" BLOB NOT NULL,
                    CONSTRAINT "PK_AuditKeys" PRIMARY KEY ("Subject", "Month"),
                    CONSTRAINT "CK_AuditKeys_Name_Length" CHECK (length([Name]) <= 16)
                );
                INSERT INTO "AuditKeys_New" ("Subject", "Month", "Name", "KeyVersion", "Wrapped") SELECT "Subject", 0, NULL, "KeyVersion", "Wrapped" FROM "AuditKeys";
                DROP TABLE "AuditKeys";
                ALTER TABLE "AuditKeys_New" RENAME TO "AuditKeys";
                CREATE INDEX "IX_AuditKeys_KeyVersion" ON "AuditKeys" ("KeyVersion");
                """);

            migrationBuilder.CreateTable(
                name: "LegalHolds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    Finding = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: false, collation: "BINARY"),
                    PlacedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LiftReason = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: true, collation: "BINARY"),
                    LiftedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    LiftedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalHolds", x => x.Id);
                    table.CheckConstraint("CK_LegalHolds_LiftReason_Length", "length([LiftReason]) <= 2048");
                    table.CheckConstraint("CK_LegalHolds_OneSubject", "([Person] IS NULL AND [Finding] IS NOT NULL) OR ([Person] IS NOT NULL AND [Finding] IS NULL)");
                    table.CheckConstraint("CK_LegalHolds_Reason_Length", "length([Reason]) <= 2048");
                    table.ForeignKey(
                        name: "FK_LegalHolds_Findings_Finding",
                        column: x => x.Finding,
                        principalTable: "Findings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LegalHolds_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RetentionRuns",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionRuns", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "RetentionRunLines",
                columns: table => new
                {
                    Class = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Held = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionRunLines", x => new { x.Day, x.Class });
                    table.CheckConstraint("CK_RetentionRunLines_Class_Length", "length([Class]) <= 32");
                    table.ForeignKey(
                        name: "FK_RetentionRunLines_RetentionRuns_Day",
                        column: x => x.Day,
                        principalTable: "RetentionRuns",
                        principalColumn: "Day",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditKeys_Month",
                table: "AuditKeys",
                column: "Month");

            migrationBuilder.CreateIndex(
                name: "IX_AuditKeys_Name",
                table: "AuditKeys",
                column: "Name",
                unique: true,
                filter: "[Name] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LegalHolds_OneFinding",
                table: "LegalHolds",
                column: "Finding",
                unique: true,
                filter: "[Finding] IS NOT NULL AND [LiftedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LegalHolds_OnePerson",
                table: "LegalHolds",
                column: "Person",
                unique: true,
                filter: "[Person] IS NOT NULL AND [LiftedAt] IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LegalHolds");

            migrationBuilder.DropTable(
                name: "RetentionRunLines");

            migrationBuilder.DropTable(
                name: "RetentionRuns");

            migrationBuilder.DropPrimaryKey(
                name: "PK_AuditKeys",
                table: "AuditKeys");

            migrationBuilder.DropIndex(
                name: "IX_AuditKeys_Month",
                table: "AuditKeys");

            migrationBuilder.DropIndex(
                name: "IX_AuditKeys_Name",
                table: "AuditKeys");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AuditKeys_Name_Length",
                table: "AuditKeys");

            migrationBuilder.DropColumn(
                name: "Month",
                table: "AuditKeys");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "AuditKeys");

            migrationBuilder.AddPrimaryKey(
                name: "PK_AuditKeys",
                table: "AuditKeys",
                column: "Subject");
        }
    }
}
