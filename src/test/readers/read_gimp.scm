; What GIMP sees in files with layers. For each `(read-layers "FILE" "OUT/NAME")` it writes OUT/NAME.gimp.json (the layer
; tree, bottom first), OUT/NAME.gimp.drawn.png (its own picture of the layers) and, of PSD files, OUT/NAME.gimp.merged.png
; (the file's flattened picture).

;
(define (json-text text)
  (string-append
    "\""
    (apply string-append
      (map (lambda (c) (if (or (char=? c #\") (char=? c #\\)) (string #\\ c) (string c))) (string->list text)))
    "\""))

(define (json-flag yes) (if yes "true" "false"))

(define (json-list texts)
  (string-append "[" (if (null? texts) "" (apply string-append (cons (car texts) (map (lambda (text) (string-append "," text)) (cdr texts))))) "]"))

(define (field name text) (string-append "\"" name "\":" text))

(define (told-layer item)
  (let ((group (= TRUE (car (gimp-item-is-group item))))
        (offsets (gimp-drawable-offsets item)))
    (string-append
      "{" (field "name" (json-text (car (gimp-item-get-name item))))
      "," (field "group" (json-flag group))
      "," (field "visible" (json-flag (= TRUE (car (gimp-item-get-visible item)))))
      "," (field "opacity" (number->string (round (* 2.55 (car (gimp-layer-get-opacity item))))))
      (if group
          (string-append "," (field "children" (told-layers (gimp-item-get-children item))))
          (string-append
            "," (field "left" (number->string (car offsets)))
            "," (field "top" (number->string (cadr offsets)))
            "," (field "width" (number->string (car (gimp-drawable-width item))))
            "," (field "height" (number->string (car (gimp-drawable-height item))))))
      "}")))

; From a list of GIMP's, which is top first.
(define (told-layers counted)
  (json-list (reverse (map told-layer (vector->list (cadr counted))))))

(define (save-merged image file)
  (let ((layer (car (gimp-image-merge-visible-layers image CLIP-TO-IMAGE))))
    (gimp-layer-resize-to-image-size layer)
    (file-png-save RUN-NONINTERACTIVE image layer file file 0 9 0 0 0 0 0)
    (gimp-image-delete image)))

(define (read-layers file out)
  (let* ((image (car (gimp-file-load RUN-NONINTERACTIVE file file)))
         (port (open-output-file (string-append out ".gimp.json"))))
    (display (string-append "{" (field "layers" (told-layers (gimp-image-get-layers image))) "}") port)
    (close-output-port port)
    (save-merged image (string-append out ".gimp.drawn.png"))))

(define (read-merged file out)
  (save-merged (car (file-psd-load-merged RUN-NONINTERACTIVE file file)) (string-append out ".gimp.merged.png")))
