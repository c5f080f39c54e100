using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Matter = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Format = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StorageName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    SealedName = table.Column<byte[]>(type: "BLOB", maxLength: 512, nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    KeyVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovalReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                    table.CheckConstraint("CK_Evidence_Format_Length", "length([Format]) <= 32");
                    table.CheckConstraint("CK_Evidence_Kind_Length", "length([Kind]) <= 32");
                    table.CheckConstraint("CK_Evidence_Matter_Length", "length([Matter]) <= 32");
                    table.CheckConstraint("CK_Evidence_RemovalReason_Length", "length([RemovalReason]) <= 500");
                    table.CheckConstraint("CK_Evidence_RemovedHasReason", "([RemovedAt] IS NULL AND [RemovalReason] IS NULL) OR ([RemovedAt] IS NOT NULL AND [RemovalReason] IS NOT NULL)");
                    table.CheckConstraint("CK_Evidence_State_Length", "length([State]) <= 32");
                    table.CheckConstraint("CK_Evidence_StorageName_Length", "length([StorageName]) <= 32");
                    table.ForeignKey(
                        name: "FK_Evidence_People_AddedBy",
                        column: x => x.AddedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_AddedBy",
                table: "Evidence",
                column: "AddedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_Matter_Owner",
                table: "Evidence",
                columns: new[] { "Matter", "Owner" });

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_State",
                table: "Evidence",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_StorageName",
                table: "Evidence",
                column: "StorageName",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Evidence");
        }
    }
}
