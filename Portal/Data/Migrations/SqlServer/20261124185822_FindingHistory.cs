using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.SqlServer
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
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<Guid>(
                name: "Handler",
                table: "FindingEvents",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsViolation",
                table: "FindingEvents",
                type: "bit",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "LossAmount",
                table: "FindingEvents",
                type: "decimal(18,2)",
                precision: 18,
                scale: 2,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
