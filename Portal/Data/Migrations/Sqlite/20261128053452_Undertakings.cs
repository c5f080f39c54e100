using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Undertakings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Undertakings",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false, collation: "BINARY"),
                    TextHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PublishedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Undertakings", x => x.Number);
                    table.CheckConstraint("CK_Undertakings_Text_Length", "length([Text]) <= 4000");
                    table.CheckConstraint("CK_Undertakings_TextHash_Length", "length([TextHash]) <= 64");
                    table.ForeignKey(
                        name: "FK_Undertakings_People_PublishedBy",
                        column: x => x.PublishedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignedUndertakings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TextHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    SignedName = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false, collation: "BINARY"),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignedUndertakings", x => x.Id);
                    table.CheckConstraint("CK_SignedUndertakings_SignedName_Length", "length([SignedName]) <= 50");
                    table.CheckConstraint("CK_SignedUndertakings_TextHash_Length", "length([TextHash]) <= 64");
                    table.ForeignKey(
                        name: "FK_SignedUndertakings_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SignedUndertakings_Undertakings_Number",
                        column: x => x.Number,
                        principalTable: "Undertakings",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SignedUndertakings_Number",
                table: "SignedUndertakings",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_SignedUndertakings_Person_Number",
                table: "SignedUndertakings",
                columns: new[] { "Person", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Undertakings_PublishedBy",
                table: "Undertakings",
                column: "PublishedBy");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SignedUndertakings");

            migrationBuilder.DropTable(
                name: "Undertakings");
        }
    }
}
