using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InactivityKept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "Inactivity_CountedOn",
                table: "DismissalCases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Inactivity_Invitations",
                table: "DismissalCases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Inactivity_LastEngagedOn",
                table: "DismissalCases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Inactivity_LimitDay",
                table: "DismissalCases",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Inactivity_CountedOn",
                table: "DismissalCases");

            migrationBuilder.DropColumn(
                name: "Inactivity_Invitations",
                table: "DismissalCases");

            migrationBuilder.DropColumn(
                name: "Inactivity_LastEngagedOn",
                table: "DismissalCases");

            migrationBuilder.DropColumn(
                name: "Inactivity_LimitDay",
                table: "DismissalCases");
        }
    }
}
