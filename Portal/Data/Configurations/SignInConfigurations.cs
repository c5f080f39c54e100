using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.SignIns;

namespace Portal.Data.Configurations;

internal sealed class SignInSessionConfiguration : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> session)
    {
        session.ToTable("SignInSessions");
        session.HasKey(s => s.Id);
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.KeyHash).HasMaxLength(SignInSession.HashLength);
        session.Property(s => s.Device).HasMaxLength(SignInSession.DeviceLength);
        session.Property(s => s.ProviderSession).HasMaxLength(SignInSession.ProviderSessionLength);
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.Account).OnDelete(DeleteBehavior.Restrict);
        session.HasIndex(s => s.KeyHash).IsUnique();
        session.HasIndex(s => new { s.Account, s.BeganAt });
        session.HasIndex(s => new { s.EndedAt, s.LastSeenAt });
        session.HasIndex(s => s.ProviderSession).HasFilter("[ProviderSession] IS NOT NULL");
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("Invitations");
        invitation.HasKey(i => i.Id);
        invitation.Property(i => i.Id).ValueGeneratedNever();
        invitation.Property(i => i.SecretHash).HasMaxLength(SignInSession.HashLength);
        invitation.HasOne<Account>().WithMany().HasForeignKey(i => i.Account).OnDelete(DeleteBehavior.Restrict);
        invitation.HasOne<Domain.People.Person>().WithMany().HasForeignKey(i => i.InvitedBy).OnDelete(DeleteBehavior.Restrict);
        invitation.HasIndex(i => i.SecretHash).IsUnique();
        // At most one open invitation an account: a new one withdraws the one before.
        invitation.HasIndex(i => i.Account, "IX_Invitations_OneOpen").IsUnique().HasFilter("[UsedAt] IS NULL AND [WithdrawnAt] IS NULL");
    }
}
