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
            migrationBuilder.DropPrimaryKey(
                name: "PK_AuditKeys",
                table: "AuditKeys");

            migrationBuilder.AddColumn<int>(
                name: "Month",
                table: "AuditKeys",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "AuditKeys",
                type: "TEXT",
                maxLength: 16,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.AddPrimaryKey(
                name: "PK_AuditKeys",
                table: "AuditKeys",
                columns: new[] { "Subject", "Month" });

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

            migrationBuilder.AddCheckConstraint(
                name: "CK_AuditKeys_Name_Length",
                table: "AuditKeys",
                sql: "length([Name]) <= 16");

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
