using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.SqlServer
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
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "AuditKeys",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddPrimaryKey(
                name: "PK_AuditKeys",
                table: "AuditKeys",
                columns: new[] { "Subject", "Month" });

            migrationBuilder.CreateTable(
                name: "LegalHolds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Person = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Finding = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(2048)", maxLength: 2048, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PlacedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlacedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LiftReason = table.Column<string>(type: "nvarchar(2048)", maxLength: 2048, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LiftedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LiftedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalHolds", x => x.Id);
                    table.CheckConstraint("CK_LegalHolds_OneSubject", "([Person] IS NULL AND [Finding] IS NOT NULL) OR ([Person] IS NOT NULL AND [Finding] IS NULL)");
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
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionRuns", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "RetentionRunLines",
                columns: table => new
                {
                    Class = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Done = table.Column<int>(type: "int", nullable: false),
                    Held = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionRunLines", x => new { x.Day, x.Class });
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
