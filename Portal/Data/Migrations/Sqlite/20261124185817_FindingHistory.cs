using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FindingHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Conclusion",
                table: "FindingEvents",
                type: "TEXT",
                maxLength: 32,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.AddColumn<Guid>(
                name: "Handler",
                table: "FindingEvents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsViolation",
                table: "FindingEvents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "LossAmount",
                table: "FindingEvents",
                type: "TEXT",
                precision: 18,
                scale: 2,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_FindingEvents_Conclusion_Length",
                table: "FindingEvents",
                sql: "length([Conclusion]) <= 32");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_FindingEvents_Conclusion_Length",
                table: "FindingEvents");

            migrationBuilder.DropColumn(
                name: "Conclusion",
                table: "FindingEvents");

            migrationBuilder.DropColumn(
                name: "Handler",
                table: "FindingEvents");

            migrationBuilder.DropColumn(
                name: "IsViolation",
                table: "FindingEvents");

            migrationBuilder.DropColumn(
                name: "LossAmount",
                table: "FindingEvents");
        }
    }
}
