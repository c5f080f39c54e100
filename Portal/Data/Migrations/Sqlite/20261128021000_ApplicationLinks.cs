using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ApplicationLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LinkHash",
                table: "Applications",
                type: "TEXT",
                maxLength: 64,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_LinkHash",
                table: "Applications",
                column: "LinkHash",
                unique: true,
                filter: "[LinkHash] IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Applications_LinkHash_Length",
                table: "Applications",
                sql: "length([LinkHash]) <= 64");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Applications_LinkHash",
                table: "Applications");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Applications_LinkHash_Length",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "LinkHash",
                table: "Applications");
        }
    }
}
