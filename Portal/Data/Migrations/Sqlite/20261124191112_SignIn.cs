using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SignIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Account = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    InvitedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.CheckConstraint("CK_Invitations_SecretHash_Length", "length([SecretHash]) <= 64");
                    table.ForeignKey(
                        name: "FK_Invitations_Accounts_Account",
                        column: x => x.Account,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invitations_People_InvitedBy",
                        column: x => x.InvitedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignInSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    Account = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    Way = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    BeganAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AuthenticatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ProviderSession = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true, collation: "BINARY"),
                    Device = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBecause = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInSessions", x => x.Id);
                    table.CheckConstraint("CK_SignInSessions_Device_Length", "length([Device]) <= 60");
                    table.CheckConstraint("CK_SignInSessions_EndedBecause_Length", "length([EndedBecause]) <= 32");
                    table.CheckConstraint("CK_SignInSessions_KeyHash_Length", "length([KeyHash]) <= 64");
                    table.CheckConstraint("CK_SignInSessions_ProviderSession_Length", "length([ProviderSession]) <= 200");
                    table.CheckConstraint("CK_SignInSessions_Role_Length", "length([Role]) <= 32");
                    table.CheckConstraint("CK_SignInSessions_Way_Length", "length([Way]) <= 32");
                    table.ForeignKey(
                        name: "FK_SignInSessions_Accounts_Account",
                        column: x => x.Account,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_InvitedBy",
                table: "Invitations",
                column: "InvitedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_OneOpen",
                table: "Invitations",
                column: "Account",
                unique: true,
                filter: "[UsedAt] IS NULL AND [WithdrawnAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_SecretHash",
                table: "Invitations",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_Account_BeganAt",
                table: "SignInSessions",
                columns: new[] { "Account", "BeganAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_EndedAt_LastSeenAt",
                table: "SignInSessions",
                columns: new[] { "EndedAt", "LastSeenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_KeyHash",
                table: "SignInSessions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_ProviderSession",
                table: "SignInSessions",
                column: "ProviderSession",
                filter: "[ProviderSession] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "SignInSessions");
        }
    }
}
