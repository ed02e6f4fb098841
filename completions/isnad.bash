# bash completion for isnad
_isnad() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    local common="--date --outlet --codebook --notes --help"
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "read mentions explain codebook help --help --version" -- "$cur")
        return
    fi
    case $prev in
    --codebook)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$cur")
        return
        ;;
    --dump)
        mapfile -t COMPREPLY < <(compgen -W "words chunks clauses claims signs" -- "$cur")
        return
        ;;
    --date | --outlet | --jobs | --claim) return ;;
    esac
    case $command in
    help)
        mapfile -t COMPREPLY < <(compgen -W "read mentions explain codebook" -- "$cur")
        return
        ;;
    codebook)
        if [ "$COMP_CWORD" -eq 2 ]; then
            mapfile -t COMPREPLY < <(compgen -W "check test show --help" -- "$cur")
            return
        fi
        ;;
    esac
    if [[ $cur == -* ]]; then
        case $command in
        read | mentions) mapfile -t COMPREPLY < <(compgen -W "--json --jobs $common" -- "$cur") ;;
        explain) mapfile -t COMPREPLY < <(compgen -W "--claim --dump $common" -- "$cur") ;;
        codebook) mapfile -t COMPREPLY < <(compgen -W "--codebook --help" -- "$cur") ;;
        esac
        return
    fi
    compopt -o filenames
    if [ "$command" = codebook ]; then
        mapfile -t COMPREPLY < <(compgen -d -- "$cur")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    fi
}
complete -F _isnad isnad
