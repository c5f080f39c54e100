using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Rules;

namespace Portal.Features.Settings;

/// <summary>The figures that the measures leave to the office (domain.md A8). What they are at the moment of an act holds for it; nothing that was published or granted changes afterwards.</summary>
public sealed class SettingsService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, TimeProvider clock)
{
    public async Task<IReadOnlyList<ShownSetting>> GetAsync(CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeSettings, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var settings = await db.SettingsAsync(cancellationToken);
        var changed = await db.Settings.AsNoTracking().ToDictionaryAsync(s => s.Key, s => s.ChangedAt, cancellationToken);
        return [.. OfficeSetting.All.Select(s => new ShownSetting(s, s.In(settings), changed.TryGetValue(s.Name, out var at) ? at : null, Roles.Grant(reader.Role, PermissionOf(s))))];
    }

    /// <summary>What the section may choose for itself.</summary>
    public Task ChangeAsync(IReadOnlyList<SettingChange> changes, CancellationToken cancellationToken = default) => ChangeAsync(Permissions.ChangeSettings, changes, cancellationToken);

    /// <summary>What leadership approves.</summary>
    public Task ChangeApprovalsAsync(IReadOnlyList<SettingChange> changes, CancellationToken cancellationToken = default) => ChangeAsync(Permissions.ChangeApprovals, changes, cancellationToken);

    /// <exception cref="DbUpdateConcurrencyException">One of them was changed since it was shown.</exception>
    private async Task ChangeAsync(OperationAuthorizationRequirement permission, IReadOnlyList<SettingChange> changes, CancellationToken cancellationToken) => await work.WriteAsync(
        async db =>
        {
            await access.DemandAsync(permission, cancellationToken: cancellationToken);
            var settings = await db.SettingsAsync(cancellationToken);
            var stored = OfficeSetting.All.ToDictionary(s => s.Name, s => s.In(settings), StringComparer.Ordinal);
            foreach (var change in changes)
            {
                var setting = OfficeSetting.Named(change.Name);
                if (PermissionOf(setting) != permission)
                {
                    throw new AccessDeniedException(AccessDenial.NotPermitted, permission.Name);
                }

                if (stored[setting.Name] != change.Shown)
                {
                    throw new DbUpdateConcurrencyException();
                }

                stored[setting.Name] = setting.Normal(change.Value);
            }

            Rule.Require(OfficeSetting.WhyNotTogether(stored)?.WhyNot);
            foreach (var change in changes)
            {
                await db.SetAsync(change.Name, stored[change.Name], clock.GetUtcNow(), cancellationToken);
            }
        },
        cancellationToken);

    private static OperationAuthorizationRequirement PermissionOf(OfficeSetting setting) => setting.Group == SettingGroup.Approvals ? Permissions.ChangeApprovals : Permissions.ChangeSettings;
}

/// <summary>A setting as it stands.</summary>
/// <param name="Value">As it is stored.</param>
/// <param name="ChangedAt">When it was changed last; <c>null</c> while it is as the portal came.</param>
/// <param name="MayChange">Whether the reader may change it.</param>
public sealed record ShownSetting(OfficeSetting Setting, string Value, DateTimeOffset? ChangedAt, bool MayChange);

/// <summary>What somebody wants it to be.</summary>
/// <param name="Shown">What it was when they looked.</param>
/// <param name="Value">As typed.</param>
public sealed record SettingChange(string Name, string Shown, string Value);

/// <summary>What was typed of the settings and is not saved yet, by their names.</summary>
public sealed class SettingsForm
{
    public Dictionary<string, string> Values { get; set; } = [];

    /// <summary>What they were when somebody began to type: what a colleague changed meanwhile is not written over unseen.</summary>
    public Dictionary<string, string> Shown { get; set; } = [];
}
