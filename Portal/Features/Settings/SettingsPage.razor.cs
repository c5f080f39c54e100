using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Configuration;
using Portal.Domain.Rules;
using Portal.Ui.Forms;

namespace Portal.Features.Settings;

/// <summary>The figures that the measures leave to the office: the section chooses them, leadership chooses what it approves, and what the measures fix stands above them.</summary>
public sealed partial class SettingsPage : DraftForm<SettingsForm>
{
    private IReadOnlyList<ShownSetting>? _settings;
    private bool _sending;

    [Inject]
    public required SettingsService Settings { get; init; }

    protected override string DraftName => "office-settings";

    /// <summary>What differs from what is stored, and is the reader's to change.</summary>
    private List<SettingChange> Changes =>
        [.. (_settings ?? []).Where(s => s.MayChange && ValueOf(s) != s.Value).Select(s => new SettingChange(s.Setting.Name, Form.Shown.GetValueOrDefault(s.Setting.Name, s.Value), ValueOf(s)))];

    protected override async Task OnInitializedAsync()
    {
        await AttemptAsync(async () => await RecallAsync());
        await AttemptAsync(LoadAsync);
    }

    protected override void FindErrors()
    {
        foreach (var change in Changes)
        {
            Say(change.Name, OfficeSetting.Named(change.Name).WhyNot(change.Value) is { } why ? Words.Of(why) : null);
        }

        if (Errors.Count == 0 && OfficeSetting.WhyNotTogether(_settings!.ToDictionary(s => s.Setting.Name, s => s.Setting.Normal(ValueOf(s)), StringComparer.Ordinal)) is { } together)
        {
            Say(together.Name, Words.Of(together.WhyNot));
        }
    }

    private async Task LoadAsync() => _settings = await Settings.GetAsync();

    private string ValueOf(ShownSetting shown) => shown.MayChange ? Form.Values.GetValueOrDefault(shown.Setting.Name, shown.Value) : shown.Value;

    private void Type(ShownSetting shown, string? typed)
    {
        Form.Shown.TryAdd(shown.Setting.Name, shown.Value);
        Form.Values[shown.Setting.Name] = typed ?? "";
        Changed();
    }

    private string HelpOf(ShownSetting shown)
    {
        var standard = shown.Setting.Type == typeof(bool) ? Text[shown.Setting.Default == bool.TrueString ? nameof(SettingsText.On) : nameof(SettingsText.Off)].Value
            : shown.Setting.Type.IsEnum ? Words.Of((Enum)Enum.Parse(shown.Setting.Type, shown.Setting.Default))
            : shown.Setting.Default;
        return shown.ChangedAt is { } at
            ? Text[nameof(SettingsText.Help_Changed), standard, Portal.Ui.Words.ShortDay(Clock.DayOf(at))]
            : Text[nameof(SettingsText.Help_Default), standard];
    }

    private async Task SaveAsync()
    {
        if (_sending || !Check())
        {
            return;
        }

        _sending = true;
        var changes = Changes;
        var isLeaderships = changes.Exists(c => OfficeSetting.Named(c.Name).Group == SettingGroup.Approvals);
        if (await SendAsync(() => AttemptAsync(() => isLeaderships ? Settings.ChangeApprovalsAsync(changes) : Settings.ChangeAsync(changes))))
        {
            Form = new SettingsForm();
            Snackbar.Add(Text[nameof(SettingsText.Saved), changes.Count], Severity.Success);
        }

        // What somebody else changed meanwhile was told and is shown; what was typed here stays, and is sent again knowingly.
        Form.Shown.Clear();
        await AttemptAsync(LoadAsync);
        _sending = false;
    }

    private async Task DropAsync()
    {
        Form = new SettingsForm();
        Errors.Clear();
        await AttemptAsync(() => Drafts.DiscardAsync(DraftName));
    }
}
