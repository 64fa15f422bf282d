def softmax(X):
    raise ValueError(
        '\x1b]0;owned\x07\x1b[2J\x1b[31m\r[bold green]12/12[/bold green] [link=http://x]y[/link] [/]'
        '<script>alert(1)</script> {{ 7 * 7 }} \u202e \ud800 \x00 %s %n {0} \n\n\nsoftmax  done  12/12'
    )
