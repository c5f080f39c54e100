using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ResignationBesideCase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_DismissalCases_OneOpen",
                table: "DismissalCases");

            migrationBuilder.CreateIndex(
                name: "IX_DismissalCases_OneOpen",
                table: "DismissalCases",
                column: "Person",
                unique: true,
                filter: "[State] IN ('Drafted', 'HearingOpen', 'Proposed') AND [Ground] <> 'Resignation'");

            migrationBuilder.CreateIndex(
                name: "IX_DismissalCases_OneResignation",
                table: "DismissalCases",
                column: "Person",
                unique: true,
                filter: "[State] IN ('Drafted', 'HearingOpen', 'Proposed') AND [Ground] = 'Resignation'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_DismissalCases_OneOpen",
                table: "DismissalCases");

            migrationBuilder.DropIndex(
                name: "IX_DismissalCases_OneResignation",
                table: "DismissalCases");

            migrationBuilder.CreateIndex(
                name: "IX_DismissalCases_OneOpen",
                table: "DismissalCases",
                column: "Person",
                unique: true,
                filter: "[State] IN ('Drafted', 'HearingOpen', 'Proposed')");
        }
    }
}
