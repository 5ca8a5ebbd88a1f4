## Words of the printed findings.

diag-error = error
diag-warning = warning
diag-help = help
diag-related = see also
diag-none = No errors and no warnings.
diag-summary =
    { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    } in { $files ->
        [one] { $files } file
       *[other] { $files } files
    }.
diag-explain = To learn more, run: hoaban explain { $rule }
diag-explain-any = To learn more about a rule, run: hoaban explain RULE (such as { $rule })
explain-level-error = Level: error. The portal is not published while this error is there.
explain-level-warning = Level: warning. The portal is still published.
explain-allow = To allow it for a while, with a reason, in portal.toml (path is a file, or a folder with a / at its end):
explain-level = To change its level for the whole portal ("error", "warning" or "off"):
